import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { benefitOf } from '../case-procedure.ts';
import { getProcedure, type ProcedureSource } from '../case-registry.ts';
import { findCaseRow } from '../case-row.ts';
import { factsForm, type FactSchema } from '../facts-form.ts';

/** The worksheet on which the facts of a case are corrected after a survey or an answer: from the benefit's own schema. */
export const makeGetFactsForm = (source: ProcedureSource) => defineQuery({
  id: 'casework.get-facts-form', title: '更正用的表', allow: { staff: true }, sensitive: true, input: z.strictObject({ caseId: z.int().positive() }),
  async run(tx, input, by) {
    const registry = await source();
    const row = await findCaseRow(tx, input.caseId, false);
    if (!row) throw new Refusal('case.not-found');
    by.saw('case', [row.id], '更正申报情况');
    const benefit = registry.findBenefit(benefitOf(getProcedure(registry, row.matter, row.procedure), row.form) ?? '')?.benefit;
    return { form: benefit ? factsForm(z.toJSONSchema(benefit.facts, { io: 'input', unrepresentable: 'any' }) as FactSchema) : null, facts: row.facts as Readonly<Record<string, unknown>>, version: row.version };
  },
});
export default makeGetFactsForm(loadRegistry);
