import { z } from 'zod';
import { mandateOf } from '../../access/caller.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { ProcedureSource } from '../case-registry.ts';
import { ownDivisions } from '../own-divisions.ts';
import { takeStep } from '../take-step.ts';

export const makeTakeStep = (source: ProcedureSource) => defineCommand({
  id: 'casework.take-step', title: '办一步', allow: { staff: true, residents: true, mandated: true },
  input: z.strictObject({
    caseId: z.int().positive(), step: z.string().min(1).max(60),
    /** Version of the case that was on the screen. */
    seen: z.int().positive(),
    /** Answers of the step's form, checked against its declaration. */
    data: z.record(z.string(), z.unknown()).optional(),
  }),
  scopeForResident: (tx, input) => ownDivisions(tx, input.caseId),
  async run(tx, input, by) {
    const mandate = mandateOf(by.caller);
    // asked to hand in and to follow: calling it off stays with the principal; a guardian decides
    if (input.step === 'withdraw' && mandate?.guardian === false) throw new Refusal('mandate.not-for-this');
    return takeStep(tx, by, await source(), input);
  },
});
export default makeTakeStep(loadRegistry);
