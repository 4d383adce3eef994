import { z } from 'zod';
import type { ProcedureSource } from '../../casework/case-registry.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { formatMonth, month, monthOf, parseMonth } from '../../values/month.ts';
import { readStart } from '../plan-grants.ts';

/** 启用定期复核: from which month the households taken over are reviewed here; before, it was done where they came from. Said once. */
export const makeStart = (source: ProcedureSource) => defineCommand({
  id: 'reviews.start', title: '启用定期复核', allow: { roles: ['approver'] },
  input: z.strictObject({ benefit: z.string().max(60), from: z.string().max(7), reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    if (!(await source()).findBenefit(input.benefit)?.benefit.reviews) throw new Refusal('review.no-cycle');
    const from = parseMonth(input.from);
    if (!from || from < monthOf(by.today)) throw new Refusal('review.start-early');
    const before = await readStart(tx, input.benefit);
    if (before) throw new Refusal('review.started', { month: formatMonth(month(before)) });
    await tx.run('insert into review_start (benefit, division_id, from_month, reason, account_id) values ($1, $2, $3, $4, $5)',
      [input.benefit, by.caller.post?.divisionId, `${from}-01`, input.reason, by.caller.account?.id ?? null]);
    await enqueue(tx, 'reviews.open', { benefit: input.benefit }, { key: input.benefit });
    return { from };
  },
});
export default makeStart(loadRegistry);
