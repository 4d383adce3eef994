import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { openErrand } from '../../errands/open-errand.ts';
import { type PlainDate } from '../../values/plain-date.ts';

const WORDS = { upheld: '维持', changed: '变更', revoked: '撤销', withdrawn: '撤回申请' } as const;

/** What the higher office or the court said. Changed or revoked: the office has to act again; the earlier decision stays on record as it was taken. */
export default defineCommand({
  id: 'service.record-remedy', title: '登记复议或诉讼结果', allow: { roles: ['town-lead', 'approver'] },
  input: z.strictObject({ remedyId: z.int().positive(), outcome: z.enum(['upheld', 'changed', 'revoked', 'withdrawn']), decidedOn: dayInput, number: z.string().trim().min(1).max(60).optional(), said: z.string().trim().min(2).max(1000) }),
  async run(tx, input, by) {
    const remedy = await tx.find<{ decision_id: number; case_id: number; division_id: number; kind: string; body: string; received_on: PlainDate; number: string; household_id: number | null; answered: boolean }>(
      `select r.decision_id, r.case_id, r.division_id, r.kind, r.body, r.received_on, c.number, c.household_id, exists (select 1 from remedy_result x where x.remedy_id = r.id) as answered
         from remedy r join case_file c on c.id = r.case_id where r.id = $1`, [input.remedyId]);
    if (!remedy) throw new Refusal('remedy.not-found');
    if (remedy.answered) throw new Refusal('remedy.answered');
    if (input.decidedOn < remedy.received_on || input.decidedOn > by.today) throw new Refusal('remedy.dates');
    await tx.run(
      'insert into remedy_result (remedy_id, decision_id, case_id, division_id, outcome, decided_on, number, said) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [input.remedyId, remedy.decision_id, remedy.case_id, remedy.division_id, input.outcome, input.decidedOn, input.number ?? null, input.said]);
    if (input.outcome !== 'changed' && input.outcome !== 'revoked') return { errand: null };
    const errand = await openErrand(tx, by, {
      kind: 'redecide', title: '按复议或判决重新办理', divisionId: remedy.division_id, roles: ['approver', 'town-lead'], sourceId: input.remedyId, caseId: remedy.case_id,
      ...(remedy.household_id === null ? {} : { householdId: remedy.household_id }), because: `${remedy.body}${WORDS[input.outcome]}了 ${remedy.number} 的决定：${input.said}`,
    });
    return { errand };
  },
});
