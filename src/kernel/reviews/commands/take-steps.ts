import { z } from 'zod';
import type { CaseRegistry, ProcedureSource } from '../../casework/case-registry.ts';
import { takeStep } from '../../casework/take-step.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { Tx } from '../../db/tx.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { checkReviews } from '../check-reviews.ts';
import { loadRefusals, sentenceOf } from '../../registry/load-refusals.ts';

/** How one household of many fared. `because`: why nothing was done for it. */
export interface BulkResult { readonly caseId: number; readonly ok: boolean; readonly code?: string; readonly because?: string }

/**
 * 批量办理: the same step for many open reviews, each judged for itself. A row that cannot take it is left exactly as it was, with the reason;
 * the others go on.
 */
export const makeTakeSteps = (source: ProcedureSource) => defineCommand({
  id: 'reviews.take-steps', title: '批量办复核', allow: { staff: true }, stepUp: true,
  input: z.strictObject({
    step: z.enum(['keep', 'start-verification', 'investigate']),
    rows: z.array(z.strictObject({ caseId: z.int().positive(), seen: z.int().positive() })).min(1).max(200),
    data: z.record(z.string(), z.unknown()).optional(),
  }),
  async run(tx, input, by) {
    const registry = await source();
    const refusals = await loadRefusals();
    const results: BulkResult[] = [];
    for (const row of input.rows.toSorted((a, b) => a.caseId - b.caseId)) {
      await tx.run('savepoint one_row');
      try {
        const { kind } = (await tx.find<{ kind: string }>('select kind from case_file where id = $1', [row.caseId])) ?? {};
        if (kind !== 'review') throw new Refusal('case.not-found');
        await takeStep(tx, by, registry, { caseId: row.caseId, step: input.step, seen: row.seen, ...(input.data === undefined ? {} : { data: input.data }) });
        results.push({ caseId: row.caseId, ok: true });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        // a form wrongly filled in is the same for all: it comes back as one answer
        if (error.refused.code === 'input.invalid') throw error;
        await tx.run('rollback to savepoint one_row');
        results.push({ caseId: row.caseId, ok: false, code: error.refused.code, because: sentenceOf(refusals, error.refused) });
      }
      await tx.run('release savepoint one_row');
    }
    await keepFindings(tx, registry, results.filter((one) => one.code === 'review.differs').map((one) => one.caseId), by.today);
    return { done: results.filter((one) => one.ok).length, results };
  },
});
export default makeTakeSteps(loadRegistry);

/** What was found is kept with the plan of those left as they were: the list shows it from now on. */
async function keepFindings(tx: Tx, registry: CaseRegistry, caseIds: readonly number[], today: PlainDate): Promise<void> {
  if (caseIds.length === 0) return;
  const rows = await tx.rows<{ id: number; benefit: string }>('select c.id, g.benefit from case_file c join benefit_grant g on g.id = c.grant_id where c.id = any ($1)', [caseIds]);
  for (const [id, same] of Map.groupBy(rows, (row) => row.benefit)) {
    const benefit = registry.findBenefit(id)?.benefit;
    if (benefit) await checkReviews(tx, registry, benefit, same.map((row) => row.id), today);
  }
}
