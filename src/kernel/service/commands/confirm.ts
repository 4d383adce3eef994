import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { findDecision } from '../find-decision.ts';
import { recordService } from '../record-service.ts';

/** 电子送达: the applicant opens the decision on the portal and confirms having received it; the remedies run from that day. */
export default defineCommand({
  id: 'service.confirm', title: '确认收到决定书', allow: { residents: true }, input: z.strictObject({ decisionId: z.int().positive() }),
  scopeForResident: async (tx, input) => (await tx.rows<{ id: number }>('select division_id as id from decision where id = $1', [input.decisionId])).map((row) => row.id),
  async run(tx, input, by) {
    const decision = await findDecision(tx, input.decisionId);
    if (decision.applicant !== by.caller.person) throw new Refusal('service.not-applicant');
    const name = by.caller.account?.name ?? '';
    return { servedOn: await recordService(tx, by, decision.id, { how: 'electronic', triedOn: by.today, reached: true, receiver: name, by: [name], witnesses: [], agreed: true }) };
  },
});
