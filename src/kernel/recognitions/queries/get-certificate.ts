import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { LawReference } from '../../contract/law.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { addDays, type PlainDate } from '../../values/plain-date.ts';
import { RECOGNITION_COLUMNS, RECOGNITION_JOINS, stateOf, type RecognitionRow, type RecognitionState } from '../recognition-row.ts';

export interface Certificate extends RecognitionRow {
  readonly certificate: string; readonly title: string; readonly state: RecognitionState; readonly lastDay: PlainDate; readonly address: string; readonly decidedOn: PlainDate; readonly office: string;
  readonly law: readonly LawReference[]; readonly members: readonly { readonly name: string; readonly relation: string; readonly number: string | null }[];
}

/** The paper 低收入困难家庭证明: whom the status covers, from when to when, with number and code. For the household itself and its offices. */
export default defineQuery({
  id: 'recognitions.get-certificate', title: '认定证明', allow: { staff: true, residents: true }, sensitive: true, input: z.strictObject({ recognition: z.int().positive() }),
  async run(tx, input, by): Promise<Certificate> {
    const row = await tx.find<RecognitionRow & { address: string; decidedOn: PlainDate; office: string; rules: readonly LawReference[] | null }>(
      `select ${RECOGNITION_COLUMNS}, h.address, n.decided_on as "decidedOn", n.office_name as office, n.assessment->'rules'->'law' as rules
         from recognition r ${RECOGNITION_JOINS} join decision n on n.id = r.decision_id where r.id = $1`, [input.recognition]);
    if (!row) throw new Refusal('not-found');
    by.saw('household', [row.householdId], '看认定证明');
    const members = await tx.rows<{ name: string; relation: string; number: string | null }>(
      `select m.name_masked as name, m.relation, m.number_masked as number from case_member m
        where m.case_id = $1 and m.person_id in (select person_id from recognition_person where recognition_id = $2) order by m.id`, [row.caseId, row.id]);
    const benefit = (await loadRegistry()).findBenefit(row.kind)?.benefit;
    return { ...row, certificate: benefit?.recognises?.certificate ?? '证明', title: benefit?.title ?? row.kind, state: stateOf(row, by.today), lastDay: addDays(row.until, -1), law: row.rules ?? [], members };
  },
});
