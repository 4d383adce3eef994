import { z } from 'zod';
import { divisionCodes } from '../../casework/find-office.ts';
import type { ProcedureSource } from '../../casework/case-registry.ts';
import { defineCommand } from '../../contract/door.ts';
import { AppError, Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { pickCycle } from '../pick-cycle.ts';
import { planGrants } from '../plan-grants.ts';

/** 定类: the town sets the class of households otherwise than the rules would, with the reason. It holds until the law changes its classes. */
export const makeSetClass = (source: ProcedureSource) => defineCommand({
  id: 'reviews.set-class', title: '核定复核类别', allow: { roles: ['town-clerk', 'town-lead'] },
  input: z.strictObject({ grants: z.array(z.int().positive()).min(1).max(200), class: z.string().max(40), reason: z.string().trim().min(2).max(200) }),
  async run(tx, input, by) {
    const registry = await source();
    const grants = await tx.rows<{ id: number; benefit: string; division: number }>(`select id, benefit, division_id as division from benefit_grant where id = any ($1) and state = 'active' order by id for update`, [input.grants]);
    if (grants.length < new Set(input.grants).size) throw new Refusal('not-found');
    for (const grant of grants) {
      const benefit = registry.findBenefit(grant.benefit)?.benefit;
      if (!benefit) throw new AppError('reviews.no-benefit', `no benefit ${grant.benefit} is declared`);
      const cycle = pickCycle(benefit, await divisionCodes(tx, grant.division), by.today);
      if (!cycle) throw new Refusal('review.no-cycle');
      if (!cycle.classes.some((one) => one.id === input.class)) throw new Refusal('review.no-such-class');
      await tx.run('insert into review_class (grant_id, division_id, cycle, class, reason, on_day, account_id, post_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [grant.id, grant.division, cycle.id, input.class, input.reason, by.today, by.caller.account?.id ?? null, by.caller.post?.id ?? null]);
    }
    for (const [id, same] of Map.groupBy(grants, (grant) => grant.benefit)) {
      const benefit = registry.findBenefit(id)?.benefit;
      if (benefit) await planGrants(tx, benefit, by.today, { only: same.map((grant) => grant.id), limit: same.length });
    }
    return { set: grants.length };
  },
});
export default makeSetClass(loadRegistry);
