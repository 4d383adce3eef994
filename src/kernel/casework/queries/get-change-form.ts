import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import type { Form } from '../../contract/form.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { ProcedureSource } from '../case-registry.ts';
import { divisionCodes } from '../find-office.ts';

export interface ChangeForm { readonly grant: number; readonly title: string; readonly form: Form; readonly members: readonly string[]; readonly busy: { readonly caseId: number; readonly number: string } | null }

/** The questions of a change about a grant, by the procedure in force today, and whether one is being worked on. */
export const makeGetChangeForm = (source: ProcedureSource) => defineQuery({
  id: 'casework.get-change-form', title: '家庭变化要问的', allow: { residents: true, staff: true }, sensitive: true, input: z.strictObject({ grant: z.int().positive() }),
  async run(tx, input, by): Promise<ChangeForm> {
    const registry = await source();
    const grant = await tx.find<{ benefit: string; division_id: number; household_id: number }>('select benefit, division_id, household_id from benefit_grant where id = $1', [input.grant]);
    const found = grant && registry.findBenefit(grant.benefit);
    if (!grant || !found) throw new Refusal('not-found');
    const procedure = registry.findProcedure(found.matter.id, await divisionCodes(tx, grant.division_id), by.today, 'change');
    if (!procedure) throw new Refusal('case.no-procedure', { matter: found.matter.title, day: by.today });
    const busy = await tx.find<{ caseId: number; number: string }>('select id as "caseId", number from case_file where grant_id = $1 and outcome is null', [input.grant]);
    // a resident's own row is all row protection shows of the register; the facts of the own grant name the others
    const members = by.caller.post ? await tx.rows<{ name: string }>(
      `select p.name from household_member m join person p on p.id = m.person_id
        where m.household_id = $1 and m.known_to is null and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2) order by m.id`, [grant.household_id, by.today])
      : await tx.rows<{ name: string }>(`select m->>'name' as name from grant_version v cross join lateral jsonb_array_elements(version_facts(v.facts, v.kept_of)->'members') m where v.grant_id = $1 and v.known_to is null and v.state = 'paid' and v.to_month is null and m ? 'name'`, [input.grant]);
    by.saw('household', [grant.household_id], '办理变更');
    return { grant: input.grant, title: found.benefit.title, form: procedure.form, members: members.map((one) => one.name), busy: busy ?? null };
  },
});
export default makeGetChangeForm(loadRegistry);
