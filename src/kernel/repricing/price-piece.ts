import { AppError } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import type { ParameterBook } from '../policy/parameter-book.ts';
import { monthOf } from '../values/month.ts';
import { firstDayOf } from '../values/plain-date.ts';
import { describeChange } from './describe-change.ts';
import { listPathsOf } from './list-paths.ts';
import { loadVersions, type LoadedVersion } from './load-versions.ts';
import { measure, type Measured } from './measure.ts';
import { priceVersion, type Pricing, type Stretch } from './price-version.ts';
import { findProposal, IN_QUESTION, listTouched, loadBooks, questionValues, type Proposal, type Run } from './run.ts';
import { writeVersions, type Replacement } from './write-versions.ts';

/** Grants looked at in one command; more are a run of several. Tests make it small. */
export const repricingLimits = { grants: 5_000 };

interface Judged { readonly versions: readonly LoadedVersion[]; readonly replacements: readonly Replacement[]; readonly measured: Measured | undefined; readonly review: string | undefined; readonly inferred: boolean }

/**
 * The next piece of a run, in the order of grants: each is priced once, whatever happens between two pieces, for the pointer moves in the same
 * transaction. A grant that cannot be priced is listed with its reason and left as it is; the others go on. Returns whether the run is finished.
 */
export async function priceNextPiece(tx: Tx, by: CommandContext, run: Run): Promise<boolean> {
  const proposal = await findProposal(tx, run.proposalId);
  if (!proposal) throw new AppError('repricing.no-proposal', `run ${run.id} has no proposal`);
  const { oldBook, newBook } = await loadBooks(tx, run, proposal);
  const touched = await listTouched(proposal, newBook);
  const grants = (await tx.rows<{ id: number }>(
    `select g.id from benefit_grant g where ${IN_QUESTION} and g.id > $6 order by g.id limit $7${run.kind === 'real' ? ' for update' : ''}`,
    [...questionValues(proposal, touched.benefits), run.afterGrant, repricingLimits.grants])).map((row) => row.id);
  const registry = await loadRegistry();
  const versions = (await loadVersions(tx, registry, grants, run.fromMonth, run.toMonth)).filter((version) => proposal.hukouKind === null || version.hukouKind === proposal.hukouKind);
  const paths = await listPathsOf(tx, [...new Set(versions.map((version) => version.divisionId))]);
  const judged = [...Map.groupBy(versions, (version) => version.grantId).values()].map((own): Judged => {
    const benefit = registry.findBenefit(own[0]?.benefit ?? '')?.benefit;
    if (!benefit) throw new AppError('repricing.no-benefit', 'a grant of a benefit nobody declares');
    const pricing: Pricing = { benefit, divisions: paths.get(own[0]?.divisionId ?? 0) ?? [], parameters: touched.parameters, oldBook, newBook, from: run.fromMonth, to: run.toMonth, amountsOnly: run.kind === 'preview' };
    return judge(own, pricing, proposal, run);
  });
  if (run.kind === 'real') await writeVersions(tx, judged.flatMap((one) => one.replacements));
  await writeResults(tx, run, judged.filter((one) => one.measured !== undefined || one.review !== undefined));
  const finished = grants.length < repricingLimits.grants;
  await tx.run(
    `update repricing_run set after_grant = $2, grants = grants + $3, persons = persons + $4, unchanged = unchanged + $5, state = $6 where id = $1`,
    [run.id, grants.at(-1) ?? run.afterGrant, judged.length, judged.reduce((total, one) => total + personsOf(one), 0), judged.filter((one) => one.measured === undefined && one.review === undefined).length, finished ? 'done' : 'running']);
  return finished;
}

/** Words that say the same for every household of a kind, place and month are found once a piece. */
const reasons = new WeakMap<ParameterBook, Map<string, string>>();

/** The figure itself before and after; where only one that follows it moved, that one. */
function reasonOf(version: LoadedVersion, stretch: Stretch, pricing: Pricing, parameter: string): string {
  const known = reasons.get(pricing.newBook) ?? new Map<string, string>();
  reasons.set(pricing.newBook, known);
  const key = `${parameter}|${version.hukouKind}|${stretch.from}|${pricing.divisions.join(',')}`;
  const day = firstDayOf(stretch.from);
  const reason = known.get(key) ?? describeChange([parameter, ...pricing.parameters], { divisions: pricing.divisions, hukouKind: version.hukouKind }, stretch.from, { book: pricing.oldBook, day }, { book: pricing.newBook, day });
  known.set(key, reason);
  return reason;
}

const personsOf = (one: Judged): number => one.versions.at(-1)?.persons.length ?? 0;

function judge(versions: readonly LoadedVersion[], pricing: Pricing, proposal: Proposal, run: Run): Judged {
  const priced = versions.map((version) => ({ version, answer: priceVersion(version, pricing) }));
  const review = priced.flatMap(({ answer }) => (answer.is === 'review' ? [answer.because] : []))[0];
  if (review !== undefined) return { versions, replacements: [], measured: undefined, review, inferred: false };
  const done = priced.flatMap(({ version, answer }) => (answer.is === 'priced' ? [{ version, stretches: answer.stretches, inferred: answer.inferred }] : []));
  const replacements = done.filter(({ stretches }) => stretches.some((stretch) => stretch.assessment !== null))
    .map(({ version, stretches }): Replacement => ({ version, stretches, reason: (stretch) => reasonOf(version, stretch, pricing, proposal.parameter) }));
  return {
    versions, replacements, review: undefined, inferred: done.some((one) => one.inferred),
    measured: measure(done, { benefit: pricing.benefit, book: pricing.newBook, divisions: pricing.divisions, from: run.fromMonth, present: monthOf(run.onDay) }),
  };
}

async function writeResults(tx: Tx, run: Run, judged: readonly Judged[]): Promise<void> {
  const rows = judged.map((one) => {
    const last = one.versions.at(-1);
    const paid = last?.lines.reduce((total, line) => total + line.fen, 0) ?? 0;
    const m = one.measured;
    return {
      run_id: run.id, grant_id: last?.grantId, household_id: last?.householdId, division_id: last?.divisionId, outcome: m === undefined ? 'review' : 'changed', persons: personsOf(one), hukou_kind: last?.hukouKind,
      old_fen: m?.oldFen ?? paid, new_fen: m?.newFen ?? paid, first_month: `${m?.firstMonth ?? run.fromMonth}-01`, past_fen: m?.pastFen ?? 0, year_fen: m?.yearFen ?? 0, city_fen: m?.cityFen ?? 0, county_fen: m?.countyFen ?? 0,
      undivided_fen: m?.undividedFen ?? 0, because: one.review ?? '', inferred: one.inferred,
    };
  });
  await tx.run(
    `insert into repricing_result (run_id, grant_id, household_id, division_id, outcome, persons, hukou_kind, old_fen, new_fen, first_month, past_fen, year_fen, city_fen, county_fen, undivided_fen, because, inferred)
     select run_id, grant_id, household_id, division_id, outcome, persons, hukou_kind, old_fen, new_fen, first_month, past_fen, year_fen, city_fen, county_fen, undivided_fen, because, inferred
       from jsonb_to_recordset($1) as r (run_id bigint, grant_id bigint, household_id bigint, division_id int, outcome text, persons int, hukou_kind text, old_fen bigint, new_fen bigint, first_month date,
         past_fen bigint, year_fen bigint, city_fen bigint, county_fen bigint, undivided_fen bigint, because text, inferred boolean)`, [JSON.stringify(rows)]);
}
