import type { Tx } from '../db/tx.ts';

/**
 * 授权核对 given with an application holds as long as the household receives the benefit: cases about the grant take over what each member
 * signed last, with the day and the way it was signed. Who never signed (a grant taken over from a roster) still has to.
 */
export async function carryAuthorisations(tx: Tx, caseIds: readonly number[]): Promise<void> {
  await tx.run(
    `insert into authorisation (case_id, division_id, person_id, signed_on, how, represented_by)
     select m.case_id, m.division_id, m.person_id, a.signed_on, a.how, a.represented_by
       from case_member m join case_file c on c.id = m.case_id
       join lateral (select b.signed_on, b.how, b.represented_by from authorisation b join case_file e on e.id = b.case_id and e.matter = c.matter and e.household_id = c.household_id
                      where b.person_id = m.person_id and b.case_id <> c.id order by b.id desc limit 1) a on true
      where m.case_id = any ($1) on conflict (case_id, person_id) do nothing`, [caseIds]);
}
