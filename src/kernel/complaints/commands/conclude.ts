import { z } from 'zod';
import { monthInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { applyCorrection } from '../apply-correction.ts';
import { moveComplaint, takeComplaint } from '../complaint.ts';

const fromMonth = monthInput;
const grantId = z.int().positive();
const correction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }), z.strictObject({ kind: z.literal('case'), caseId: z.int().positive() }),
  z.strictObject({ kind: z.literal('suspend'), grantId, fromMonth }), z.strictObject({ kind: z.literal('end'), grantId, fromMonth }),
  z.strictObject({ kind: z.literal('change'), grantId, fromMonth, facts: z.record(z.string(), z.unknown()) }),
]);

/** 结论. Borne out, it changes the data in the same transaction; a complaint with a name is then answered, each of them. */
export default defineCommand({
  id: 'complaints.conclude', title: '作出结论', allow: { roles: ['approver', 'supervisor'] },
  input: z.strictObject({ complaintId: z.int().positive(), seen: z.int().positive(), outcome: z.enum(['upheld', 'partly', 'rejected']), opinion: z.string().trim().min(2).max(1000), reply: z.string().trim().min(2).max(500), correction: correction.default({ kind: 'none' }) }),
  async run(tx, input, by) {
    const row = await takeComplaint(tx, input.complaintId, input.seen, ['investigated']);
    if (input.outcome === 'rejected' && input.correction.kind !== 'none') throw new Refusal('complaint.no-grounds');
    const done = await applyCorrection(tx, by, row, input.correction);
    const moved = await moveComplaint(tx, by, row, {
      step: 'concluded', to: row.named ? 'to-answer' : 'closed', outcome: input.outcome, data: { outcome: input.outcome, opinion: input.opinion, reply: input.reply, correction: input.correction.kind, ...done },
    });
    return { ...moved, ...done };
  },
});
