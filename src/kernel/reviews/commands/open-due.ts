import { z } from 'zod';
import { getMatter, type ProcedureSource } from '../../casework/case-registry.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { openDueReviews } from '../open-due-reviews.ts';
import { planGrants } from '../plan-grants.ts';

/** Grants looked at, and cases opened, in one command: small enough to be over in a second or two. */
const PIECE = 500;

/** One piece of the daily run: first plans that are missing or stale, then reviews that are due. Both zero = nothing is left to do. Repeating it opens nothing twice. */
export const makeOpenDue = (source: ProcedureSource) => defineCommand({
  id: 'reviews.open-due', title: '打开到期的复核', allow: { roles: ['system'] }, input: z.strictObject({ benefit: z.string().max(60), after: z.int().default(0) }),
  async run(tx, input, by) {
    const registry = await source();
    const found = registry.findBenefit(input.benefit);
    if (!found?.benefit.reviews) throw new Refusal('review.no-cycle');
    const planned = await planGrants(tx, found.benefit, by.today, { after: input.after, limit: PIECE });
    if (planned !== null) return { planned, opened: 0 };
    return { planned: null, opened: await openDueReviews(tx, by, registry, getMatter(registry, found.matter.id), found.benefit, PIECE) };
  },
});
export default makeOpenDue(loadRegistry);
