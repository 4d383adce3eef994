import type { Tx } from '../db/tx.ts';
import { ageOn, type PlainDate } from '../values/plain-date.ts';
import type { CaseRow } from './case-row.ts';

export interface CaseMember {
  readonly personId: number; readonly key: string; readonly name: string; readonly relation: string; readonly sex: string | null; readonly age: number | null; readonly number: string | null;
  readonly applicant: boolean; readonly dead: boolean;
  readonly authorised: { readonly on: PlainDate; readonly how: 'portal' | 'paper'; readonly representedBy: string | null } | null;
}

/** Members of the household of a case: names and numbers masked, age on the day. */
export async function listMembers(tx: Tx, row: Pick<CaseRow, 'id' | 'applicant_person_id'>, today: PlainDate): Promise<CaseMember[]> {
  const rows = await tx.rows<{ personId: number; key: string; name: string; relation: string; number: string | null; sex: string | null; birth: PlainDate | null; death: PlainDate | null; signedOn: PlainDate | null; how: 'portal' | 'paper'; by: string | null }>(
    `select m.person_id as "personId", m.key, m.name_masked as name, m.relation, m.number_masked as number, p.sex, p.birth_date as birth, p.death_date as death,
            a.signed_on as "signedOn", a.how, a.represented_by as by
       from case_member m left join person p on p.id = m.person_id left join authorisation a on a.case_id = m.case_id and a.person_id = m.person_id
      where m.case_id = $1 order by m.id`, [row.id]);
  return rows.map((one) => ({
    personId: one.personId, key: one.key, name: one.name, relation: one.relation, number: one.number, sex: one.sex, age: one.birth ? ageOn(one.birth, today) : null,
    applicant: one.personId === row.applicant_person_id, dead: one.death !== null, authorised: one.signedOn ? { on: one.signedOn, how: one.how, representedBy: one.by } : null,
  }));
}
