import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { ProcedureSource } from '../case-registry.ts';
import { ownDivisions } from '../own-divisions.ts';
import { takeStep } from '../take-step.ts';

export const makeTakeStep = (source: ProcedureSource) => defineCommand({
  id: 'casework.take-step', title: '办一步', allow: { staff: true, residents: true },
  input: z.strictObject({
    caseId: z.int().positive(), step: z.string().min(1).max(60),
    /** Version of the case that was on the screen. */
    seen: z.int().positive(),
    /** Answers of the step's form, checked against its declaration. */
    data: z.record(z.string(), z.unknown()).optional(),
  }),
  scopeForResident: (tx, input) => ownDivisions(tx, input.caseId),
  run: async (tx, input, by) => takeStep(tx, by, await source(), input),
});
export default makeTakeStep(loadRegistry);
