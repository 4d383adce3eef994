import { z } from 'zod';
import { factsForm, type FactSchema } from '../../casework/facts-form.ts';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';

/** The worksheet on which the facts of a running grant are corrected; no facts where the grant was taken over from a roster. */
export default defineQuery({
  id: 'benefits.get-grant-facts', title: '待遇所依据的情况', allow: { roles: ['approver', 'supervisor', 'town-lead'] }, sensitive: true, input: z.strictObject({ grant: z.int().positive() }),
  async run(tx, input, by) {
    const grant = await tx.find<{ benefit: string; householdId: number; facts: Readonly<Record<string, unknown>> | null }>(
      `select g.benefit, g.household_id as "householdId", v.facts from benefit_grant g
         left join lateral (select version_facts(facts, kept_of) as facts from grant_version v where v.grant_id = g.id and v.known_to is null and v.state = 'paid' order by v.from_month desc limit 1) v on true where g.id = $1`, [input.grant]);
    if (!grant) throw new Refusal('not-found');
    by.saw('household', [grant.householdId], '看待遇所依据的情况');
    const benefit = (await loadRegistry()).findBenefit(grant.benefit)?.benefit;
    return { facts: grant.facts, form: benefit && grant.facts !== null ? factsForm(z.toJSONSchema(benefit.facts, { io: 'input', unrepresentable: 'any' }) as FactSchema) : null };
  },
});
