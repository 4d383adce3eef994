import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import type { Form } from '../../contract/form.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { getProcedure, type ProcedureSource } from '../case-registry.ts';

/** The form by which one applies for a matter in this city today; each period of the law has its own. */
export const makeGetApplicationForm = (source: ProcedureSource) => defineQuery({
  id: 'casework.get-application-form', title: '申请表', allow: { residents: true, mandated: true }, input: z.strictObject({ matter: z.string().max(60) }),
  async run(_tx, input, by): Promise<Form> {
    const registry = await source();
    const found = registry.findProcedure(input.matter, [by.city.code, by.city.code.slice(0, 2)], by.today);
    if (!found) throw new Refusal('not-found');
    return getProcedure(registry, input.matter, found.id).form;
  },
});
export default makeGetApplicationForm(loadRegistry);
