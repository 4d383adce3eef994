import { z } from 'zod';
import { wholeAssessments } from '../../benefits/whole-assessments.ts';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Assessment } from '../../contract/rules.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { firstDayOf } from '../../values/plain-date.ts';
import { listPathsOf } from '../list-paths.ts';
import { loadVersions } from '../load-versions.ts';
import { priceMonth } from '../price-version.ts';
import { findProposal, findRun, listTouched, loadBooks } from '../run.ts';

/** The working of one household in a run: what it gets by the standard before, and by the new one. */
export default defineQuery({
  id: 'repricing.get-example', title: '标准调整一户的算法', allow: { roles: ['standards-officer', 'approver', 'finance-officer', 'auditor'] }, sensitive: true,
  input: z.strictObject({ run: z.int().positive(), grant: z.int().positive() }),
  async run(tx, input, by): Promise<{ readonly oldFen: number; readonly newFen: number; readonly month: string; readonly assessment: Assessment | null; readonly because: string }> {
    const run = await findRun(tx, input.run);
    const result = await tx.find<{ old_fen: number; new_fen: number; first_month: string; household_id: number; because: string }>(
      `select old_fen, new_fen, to_char(first_month, 'YYYY-MM') as first_month, household_id, because from repricing_result where run_id = $1 and grant_id = $2`, [input.run, input.grant]);
    const proposal = run && (await findProposal(tx, run.proposalId));
    if (!run || !result || !proposal) throw new Refusal('not-found');
    by.saw('household', [result.household_id], '看标准调整的算法');
    const head = { oldFen: result.old_fen, newFen: result.new_fen, month: result.first_month, because: result.because };
    if (run.kind === 'real') {
      const kept = await tx.find<{ id: number; assessment: Assessment | null }>(
        `select id, version_assessment(assessment, kept_of) as assessment from grant_version where grant_id = $1 and known_to is null and to_char(from_month, 'YYYY-MM') <= $2 and (to_month is null or to_char(to_month, 'YYYY-MM') > $2)`, [input.grant, result.first_month]);
      return { ...head, assessment: kept === undefined ? null : ((await wholeAssessments(tx, [kept]))[0]?.assessment ?? null) };
    }
    const registry = await loadRegistry();
    const version = (await loadVersions(tx, registry, [input.grant], run.fromMonth, run.toMonth)).find((one) => one.toMonth === null || one.toMonth > result.first_month);
    const benefit = registry.findBenefit(version?.benefit ?? '')?.benefit;
    if (!version || !benefit) return { ...head, assessment: null };
    const books = await loadBooks(tx, run, proposal);
    const { parameters } = await listTouched(proposal, books.newBook);
    const divisions = (await listPathsOf(tx, [version.divisionId], { books: [books.oldBook, books.newBook], benefits: [benefit] })).get(version.divisionId) ?? [];
    const priced = priceMonth(version, { benefit, divisions, parameters, ...books, from: run.fromMonth, to: run.toMonth }, firstDayOf(result.first_month as typeof run.fromMonth));
    return { ...head, assessment: typeof priced === 'string' ? null : priced.assessment };
  },
});
