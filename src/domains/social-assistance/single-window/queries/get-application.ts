import { z } from 'zod';
import { getProcedure } from '../../../../kernel/casework/case-registry.ts';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { divisionCodesAbove } from '../../../../kernel/policy/load-book.ts';
import { loadRegistry } from '../../../../kernel/registry/find-declarations.ts';
import { findPlace, getHandover, readTold } from '../handovers.ts';
import { prefill } from '../prefill.ts';

/** The form of the matter a need was handed to, with everything told at the window already in it. */
export default defineQuery({
  id: 'single-window.get-application', title: '由求助开申请', allow: { roles: ['village-clerk', 'town-clerk', 'town-lead'] }, sensitive: true, input: z.strictObject({ handover: z.int().positive() }),
  async run(tx, input, by) {
    const row = await getHandover(tx, input.handover);
    const matter = row.receiver_kind === 'matter' ? (await loadRegistry()).findMatter(row.receiver) : undefined;
    if (!matter) throw new Refusal('handover.not-a-matter');
    by.saw('person', row.person_id === null ? [] : [row.person_id], `开申请 ${row.number}`);
    const told = readTold(by.city, row);
    const home = (await findPlace(tx, told.division, by.today)) ?? row.office_division_id;
    const registry = await loadRegistry();
    const found = registry.findProcedure(matter.id, await divisionCodesAbove(tx, home), by.today);
    if (!found) throw new Refusal('case.no-procedure', { matter: matter.title, day: by.today });
    const { form } = getProcedure(registry, matter.id, found.id);
    return { handover: row.id, number: row.number, intake: row.intake_id, caseId: row.case_id, matter: matter.id, title: matter.title, form, values: prefill(form, told), trouble: told.trouble, bring: matter.portal?.bring ?? [] };
  },
});
