import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { moveComplaint, takeComplaint } from '../complaint.ts';

/** 交办: who looks into it, and which household it is about. */
export default defineCommand({
  id: 'complaints.assign', title: '交办投诉', allow: { roles: ['town-lead', 'approver', 'supervisor'] },
  input: z.strictObject({ complaintId: z.int().positive(), seen: z.int().positive(), household: z.string().trim().max(30).optional(), investigators: z.array(z.string().trim().min(1).max(40)).min(2).max(6) }),
  async run(tx, input, by) {
    const row = await takeComplaint(tx, input.complaintId, input.seen, ['received', 'assigned']);
    if (new Set(input.investigators).size < input.investigators.length) throw new Refusal('complaint.two-investigators');
    const household = input.household ? await tx.find<{ id: number }>('select id from household where number = $1', [input.household]) : undefined;
    if (input.household && !household) throw new Refusal('complaint.household-elsewhere');
    return moveComplaint(tx, by, row, { step: 'assigned', to: 'assigned', data: { investigators: input.investigators, household: input.household ?? null }, householdId: household?.id ?? null });
  },
});
