import { z } from 'zod';
import { divisionCodes } from '../../casework/find-office.ts';
import type { ProcedureSource } from '../../casework/case-registry.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { formatMonth, month, parseMonth } from '../../values/month.ts';
import { pickCycle } from '../pick-cycle.ts';
import { planGrants } from '../plan-grants.ts';

/** 延长核查期限: in an emergency the reviews of these households are put off to a later month, where the law of the day allows it. What is open already goes on. */
export const makePostpone = (source: ProcedureSource) => defineCommand({
  id: 'reviews.postpone', title: '延长核查期限', allow: { roles: ['approver'] },
  input: z.strictObject({ grants: z.array(z.int().positive()).min(1).max(500), to: z.string().max(7), reason: z.string().trim().min(2).max(200) }),
  async run(tx, input, by) {
    const registry = await source();
    const to = parseMonth(input.to);
    const plans = await tx.rows<{ grant: number; benefit: string; division: number; due: string }>(
      `select p.grant_id as grant, p.benefit, p.division_id as division, p.due_month as due from review_plan p join benefit_grant g on g.id = p.grant_id where p.grant_id = any ($1) order by g.id for update of g`, [input.grants]);
    if (plans.length < new Set(input.grants).size) throw new Refusal('not-found');
    for (const plan of plans) {
      const benefit = registry.findBenefit(plan.benefit)?.benefit;
      const cycle = benefit && pickCycle(benefit, await divisionCodes(tx, plan.division), by.today);
      if (!benefit || !cycle?.postponed) throw new Refusal('review.no-extension');
      const due = month(plan.due.slice(0, 7));
      if (!to || to <= due) throw new Refusal('review.not-later', { month: formatMonth(due) });
      await tx.run('insert into review_postponement (grant_id, division_id, from_month, to_month, reason, law, on_day, account_id, post_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        [plan.grant, plan.division, plan.due, `${to}-01`, input.reason, JSON.stringify(cycle.postponed), by.today, by.caller.account?.id ?? null, by.caller.post?.id ?? null]);
      await planGrants(tx, benefit, by.today, { only: [plan.grant], limit: 1 });
    }
    return { postponed: plans.length };
  },
});
export default makePostpone(loadRegistry);
