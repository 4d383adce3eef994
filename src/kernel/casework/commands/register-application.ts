import { z } from 'zod';
import { roleTitle } from '../../access/roles.ts';
import { checkForm } from '../../contract/check-form.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { ProcedureSource } from '../case-registry.ts';
import { divisionOfForm, findVillage } from '../drafts.ts';
import { findProcedureFor, openCase } from '../open-case.ts';
import { actForVillager, refuseOtherPrincipal } from '../../mandates/act-for-villager.ts';
import { getNamedMatter } from '../case-registry.ts';

/** A clerk at the desk, or a village clerk on behalf, types what the applicant brought on paper. */
export const makeRegisterApplication = (source: ProcedureSource) => defineCommand({
  id: 'casework.register-application', title: '窗口登记申请', allow: { staff: true },
  input: z.strictObject({ matter: z.string().max(60), values: z.record(z.string(), z.unknown()), /** 授权委托书 by which a village committee hands in for the applicant. */ mandate: z.int().positive().optional() }),
  async run(tx, input, by) {
    const registry = await source();
    const code = (getNamedMatter(registry, input.matter).procedures ?? []).map((one) => divisionOfForm(one, input.values)).find((found) => found !== undefined);
    const division = code === undefined ? undefined : await findVillage(tx, code, by.today);
    if (division === undefined) throw new Refusal('case.division-unknown', { division: code ?? '没有选' });
    const procedure = await findProcedureFor(tx, by, registry, input.matter, division);
    const desk = new Set(['village-clerk', ...(procedure.states[procedure.start]?.tasks.flatMap((task) => task.actor.roles) ?? [])]);
    if (!desk.has(by.caller.post?.role ?? '')) throw new Refusal('step.wrong-role', { roles: [...desk].map(roleTitle).join('、'), role: roleTitle(by.caller.post?.role ?? '') });
    const checked = checkForm(procedure.form, input.values, { today: by.today, demo: by.city.demo });
    if (!checked.ok) throw new Refusal('input.invalid', { fields: checked.errors });
    const acting = input.mandate === undefined ? by : await actForVillager(tx, by, input.mandate, input.matter);
    const opened = await openCase(tx, acting, registry, { matter: input.matter, values: checked.values, divisionId: division });
    if (input.mandate !== undefined) await refuseOtherPrincipal(tx, opened.caseId, input.mandate);
    return opened;
  },
});
export default makeRegisterApplication(loadRegistry);
