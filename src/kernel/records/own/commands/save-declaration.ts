import { z } from 'zod';
import { defineCommand } from '../../../contract/door.ts';
import { registerInput } from '../../door-input.ts';
import { sourceInput } from '../../import/door-input.ts';
import { BUILDERS } from '../builders.ts';
import { declarationShape } from '../declaration-shape.ts';
import { saveStep, type SavedStep } from '../save-step.ts';

/** 存草稿、交人复核: an edition of a register the bureau makes itself. Without `register`: a new one. `source`: the old sheet it was begun from, kept for the trial and the import. */
export default defineCommand({
  id: 'records.save-declaration', title: '存台账设计', allow: { roles: BUILDERS },
  input: z.strictObject({ register: registerInput.optional(), seen: z.int().positive().optional(), declaration: declarationShape, send: z.boolean().optional(), note: z.string().trim().max(200).optional(), source: sourceInput.optional() }),
  run: (tx, input, by): Promise<SavedStep> => saveStep(tx, by, input.declaration, input),
});
