import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { LawReference } from '../../contract/law.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { addDays, type PlainDate } from '../../values/plain-date.ts';
import { stateOf, type RecognitionState } from '../recognition-row.ts';

export interface Certificate {
  readonly id: number; readonly number: string; readonly verifyCode: string; readonly householdId: number; readonly caseId: number;
  readonly certificate: string; readonly title: string; readonly state: RecognitionState; readonly from: PlainDate; readonly lastDay: PlainDate; readonly endReason: string | null;
  readonly address: string; readonly decidedOn: PlainDate; readonly office: string; readonly law: readonly LawReference[];
  readonly people: readonly { readonly name: string; readonly relation: string; readonly number: string | null; readonly head: boolean }[];
}
interface Row {
  id: number; kind: string; number: string; verifyCode: string; householdId: number; caseId: number; from: PlainDate; until: PlainDate; ended: boolean; endReason: string | null;
  address: string | null; decidedOn: PlainDate; office: string; law: readonly LawReference[] | null;
}

/** The paper 低收入困难家庭证明: whom the status covers, from when to when, with number and code. For the household itself and its offices. */
export default defineQuery({
  id: 'recognitions.get-certificate', title: '认定证明', allow: { staff: true, residents: true }, sensitive: true, input: z.strictObject({ recognition: z.int().positive() }),
  async run(tx, input, by): Promise<Certificate> {
    const found = await tx.find<Row & Record<string, unknown>>(
      `select r.id, r.kind, r.number, r.verify_code as "verifyCode", r.household_id as "householdId", r.case_id as "caseId", r.valid_from as "from", coalesce(r.ended_on, r.valid_to) as until,
              r.ended_on is not null as ended, r.end_reason as "endReason", f.form->>'address' as address, n.decided_on as "decidedOn", n.office_name as office, n.assessment->'rules'->'law' as law
         from recognition r join case_file f on f.id = r.case_id join decision n on n.id = r.decision_id where r.id = $1`, [input.recognition]);
    if (!found) throw new Refusal('not-found');
    const { kind, until, ended, address, law, ...row } = found;
    by.saw('household', [row.householdId], '看认定证明');
    const people = await tx.rows<Certificate['people'][number] & Record<string, unknown>>('select name, relation, number, head from certificate_people($1)', [row.id]);
    const benefit = (await loadRegistry()).findBenefit(kind)?.benefit;
    return {
      ...row, certificate: benefit?.recognises?.certificate ?? '证明', title: benefit?.title ?? kind, state: stateOf({ from: row.from, until, ended }, by.today), lastDay: addDays(until, -1),
      address: address ?? '', law: law ?? [], people,
    };
  },
});
