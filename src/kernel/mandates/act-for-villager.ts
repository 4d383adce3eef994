import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';

/** 委托村（居）委会代为提交: the village's post acting under a mandate given to its committee; every row it writes says for whom. */
export async function actForVillager(tx: Tx, by: CommandContext, mandate: number, matter: string): Promise<CommandContext> {
  const row = await tx.find<{ id: number; principal_name: string; helper_name: string; relation: string; matters: string[]; division_id: number; post_division: number }>(
    `select m.id, m.principal_name, m.helper_name, m.relation, m.matters, m.division_id, m.helper_division_id as post_division from mandate m
      where m.id = $1 and m.helper_division_id = $2 and $3 = any (m.matters) and m.valid_from <= $4 and m.valid_to > $4 and not exists (select 1 from mandate_end e where e.mandate_id = m.id)
        and not exists (select 1 from person p where p.id = m.principal_person_id and p.death_date is not null)`, [mandate, by.caller.post?.divisionId ?? null, matter, by.today]);
  if (!row) throw new Refusal('mandate.not-in-force');
  return { ...by, caller: { ...by.caller, mandate: { id: row.id, helper: 0, helperName: row.helper_name, principalName: row.principal_name, relation: row.relation, matters: row.matters, guardian: false, divisionId: row.division_id } } };
}

/** The applicant of the case has to be the one who gave the mandate. */
export async function refuseOtherPrincipal(tx: Tx, caseId: number, mandate: number): Promise<void> {
  if (!(await tx.find('select 1 from case_file c join mandate m on m.principal_person_id = c.applicant_person_id where c.id = $1 and m.id = $2', [caseId, mandate]))) throw new Refusal('mandate.wrong-principal');
}
