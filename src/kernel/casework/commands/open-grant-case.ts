import { z } from 'zod';
import { roleTitle } from '../../access/roles.ts';
import { checkForm } from '../../contract/check-form.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { getMatter, type ProcedureSource } from '../case-registry.ts';
import { findOffice } from '../find-office.ts';
import { findProcedureFor } from '../open-case.ts';
import { openGrantCase } from '../open-grant-case.ts';

/** 办理: the office that deals with a household opens a review of its grant before time, or proposes to stop or resume it. A stop takes the place of what is open. */
export const makeOpenGrantCase = (source: ProcedureSource) => defineCommand({
  id: 'casework.open-grant-case', title: '办理一份待遇', allow: { roles: ['town-clerk', 'town-lead'] },
  input: z.strictObject({ grantId: z.int().positive(), kind: z.enum(['review', 'stop']), values: z.record(z.string(), z.unknown()).default({}) }),
  async run(tx, input, by) {
    const registry = await source();
    const grant = await tx.find<{ benefit: string; division: number }>('select benefit, division_id as division from benefit_grant where id = $1', [input.grantId]);
    const matter = grant && registry.findBenefit(grant.benefit)?.matter;
    if (!grant || !matter) throw new Refusal('not-found');
    const procedure = await findProcedureFor(tx, by, registry, matter.id, grant.division, input.kind);
    const power = procedure.states[procedure.start]?.tasks[0]?.actor.power;
    const office = power === undefined ? undefined : await findOffice(tx, getMatter(registry, matter.id), power, { division: grant.division, day: by.today });
    if (office && office.id !== by.caller.post?.divisionId) throw new Refusal('step.wrong-office', { office: office.name, here: by.caller.post?.divisionName ?? roleTitle(by.caller.post?.role ?? '') });
    const checked = checkForm(procedure.form, input.values, { today: by.today, demo: by.city.demo });
    if (!checked.ok) throw new Refusal('input.invalid', { fields: checked.errors });
    return openGrantCase(tx, by, registry, { grantId: input.grantId, kind: input.kind, values: checked.values, how: 'desk', ...(input.kind === 'stop' ? { supersedes: true } : {}) });
  },
});
export default makeOpenGrantCase(loadRegistry);
