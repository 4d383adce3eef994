import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { findDecision } from '../find-decision.ts';

/** A higher office or a court took up a decision. The decision stands meanwhile. */
export default defineCommand({
  id: 'service.open-remedy', title: '登记复议或诉讼', allow: { roles: ['town-lead', 'approver'] },
  input: z.strictObject({ decisionId: z.int().positive(), kind: z.enum(['reconsideration', 'lawsuit']), body: z.string().trim().min(2).max(100), number: z.string().trim().min(1).max(60).optional(), receivedOn: dayInput }),
  async run(tx, input, by) {
    const decision = await findDecision(tx, input.decisionId);
    if (input.receivedOn < decision.decided_on || input.receivedOn > by.today) throw new Refusal('remedy.dates');
    const { id } = await tx.one<{ id: number }>(
      'insert into remedy (decision_id, case_id, division_id, kind, body, number, received_on) values ($1, $2, $3, $4, $5, $6, $7) returning id',
      [decision.id, decision.case_id, decision.division_id, input.kind, input.body, input.number ?? null, input.receivedOn]);
    return { remedyId: id };
  },
});
