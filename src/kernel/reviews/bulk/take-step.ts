import { describeCases, offerSteps, takeBulkStep } from '../../casework/bulk-cases.ts';
import { defineBulkWork } from '../../contract/bulk.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { checkReviews } from '../check-reviews.ts';

/** 定期复核: the same step for many open reviews. What was found about one that differs is kept with its plan: the list shows it from then on. */
export default defineBulkWork({
  id: 'reviews.take-step', unit: '户', shows: 'case',
  offer: async (tx, by, ids) => offerSteps(tx, await loadRegistry(), by, ids, ['review']),
  describe: async (tx, ids) => describeCases(tx, await loadRegistry(), ids),
  async run(tx, by, what, row, data) {
    const { kind } = (await tx.find<{ kind: string }>('select kind from case_file where id = $1', [row.id])) ?? {};
    if (kind !== 'review') throw new Refusal('case.not-found');
    await takeBulkStep(tx, by, await loadRegistry(), what, row, data);
  },
  async refused(tx, by, row, code) {
    if (code !== 'review.differs') return;
    const registry = await loadRegistry();
    const grant = await tx.find<{ benefit: string }>('select g.benefit from case_file c join benefit_grant g on g.id = c.grant_id where c.id = $1', [row.id]);
    const benefit = grant && registry.findBenefit(grant.benefit)?.benefit;
    if (benefit) await checkReviews(tx, registry, benefit, [row.id], by.today);
  },
});
