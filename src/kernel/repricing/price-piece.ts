import { AppError } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { Benefit } from '../contract/matter.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import type { Registry } from '../registry/registry.ts';
import type { ParameterBook } from '../policy/parameter-book.ts';
import { monthOf } from '../values/month.ts';
import { firstDayOf } from '../values/plain-date.ts';
import { describeChange } from './describe-change.ts';
import { listPathsOf } from './list-paths.ts';
import { loadVersions, type LoadedVersion } from './load-versions.ts';
import { measure, type Measured } from './measure.ts';
import { priceVersion, type Pricing, type Stretch } from './price-version.ts';
import { findProposal, listTouched, loadBooks, repricingLimits, type Proposal, type Run, type RunPart } from './run.ts';
import { writeVersions, type Replacement } from './write-versions.ts';

interface Judged { readonly versions: readonly LoadedVersion[]; readonly replacements: readonly Replacement[]; readonly measured: Measured | undefined; readonly review: string | undefined; readonly inferred: boolean }

/**
 * The next piece of a part of a run, in the order of grants: each is priced once, whatever happens between two pieces, for the pointer moves in the same
 * transaction. A grant that cannot be priced is listed with its reason and left as it is; the others go on. Returns whether the part is finished.
 */
export async function priceNextPiece(tx: Tx, _by: CommandContext, run: Run, part: RunPart): Promise<boolean> {
  const proposal = await findProposal(tx, run.proposalId);
  if (!proposal) throw new AppError('repricing.no-proposal', `run ${run.id} has no proposal`);
  const { oldBook, newBook } = await loadBooks(tx, run, proposal);
  const touched = await listTouched(proposal, newBook);
  // every grant of the place in the order of their numbers, a part of them at a time: which of them pay in these months is seen when they are read
  const grants = (await tx.rows<{ id: number }>(
    `select id from benefit_grant where benefit = any ($1) and division_id in (select divisions_under(d.id) from division d where d.code = $2) and id > $3 and ($5::bigint is null or id <= $5) order by id limit $4${run.kind === 'real' ? ' for no key update' : ''}`,
    [touched.benefits, proposal.division, part.afterGrant, repricingLimits.grants, part.toGrant])).map((row) => row.id);
  const registry = await loadRegistry();
  const versions = (await loadVersions(tx, registry, grants, run.fromMonth, run.toMonth)).filter((version) => proposal.hukouKind === null || version.hukouKind === proposal.hukouKind);
  const paths = await listPathsOf(tx, [...new Set(versions.map((version) => version.divisionId))], { books: [oldBook, newBook], benefits: benefitsOf(registry, versions) });
  const judged = [...Map.groupBy(versions, (version) => version.grantId).values()].map((own): Judged => {
    const benefit = registry.findBenefit(own[0]?.benefit ?? '')?.benefit;
    if (!benefit) throw new AppError('repricing.no-benefit', 'a grant of a benefit nobody declares');
    const pricing: Pricing = { benefit, divisions: paths.get(own[0]?.divisionId ?? 0) ?? [], parameters: touched.parameters, oldBook, newBook, from: run.fromMonth, to: run.toMonth };
    return judge(own, pricing, proposal, run);
  });
  if (run.kind === 'real') await writeVersions(tx, judged.flatMap((one) => one.replacements));
  await writeResults(tx, run, judged.filter((one) => one.measured !== undefined || one.review !== undefined));
  const finished = grants.length < repricingLimits.grants;
  await tx.run(
    `update repricing_part set after_grant = $2, grants = grants + $3, persons = persons + $4, unchanged = unchanged + $5, state = $6 where id = $1`,
    [part.id, grants.at(-1) ?? part.afterGrant, judged.length, judged.reduce((total, one) => total + personsOf(one), 0), judged.filter((one) => one.measured === undefined && one.review === undefined).length, finished ? 'done' : 'running']);
  if (finished) await finishRun(tx, run.id);
  return finished;
}

/** The last part to be finished finishes the run: two that end at once see each other. */
async function finishRun(tx: Tx, run: number): Promise<void> {
  await tx.run('select 1 from repricing_run where id = $1 for update', [run]);
  await tx.run(`update repricing_run set state = 'done' where id = $1 and not exists (select 1 from repricing_part where run_id = $1 and state <> 'done')`, [run]);
}

const benefitsOf = (registry: Registry, versions: readonly LoadedVersion[]): Benefit[] => [...new Set(versions.map((version) => version.benefit))].flatMap((id) => registry.findBenefit(id)?.benefit ?? []);

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
  const lasts = judged.map((one) => one.versions.at(-1));
  const of = <T>(read: (one: Judged, last: LoadedVersion | undefined, m: Measured | undefined) => T): T[] => judged.map((one, at) => read(one, lasts[at], one.measured));
  const paid = of((_one, last) => last?.lines.reduce((total, line) => total + line.fen, 0) ?? 0);
  await tx.run(
    `insert into repricing_result (run_id, grant_id, household_id, division_id, outcome, persons, hukou_kind, old_fen, new_fen, first_month, past_fen, year_fen, city_fen, county_fen, undivided_fen, because, inferred)
     select $1, r.* from unnest($2::bigint[], $3::bigint[], $4::int[], $5::text[], $6::int[], $7::text[], $8::bigint[], $9::bigint[], $10::date[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[], $15::bigint[], $16::text[], $17::boolean[]) r`,
    [run.id, of((_one, last) => last?.grantId), of((_one, last) => last?.householdId), of((_one, last) => last?.divisionId), of((_one, _last, m) => (m === undefined ? 'review' : 'changed')), of(personsOf), of((_one, last) => last?.hukouKind),
      of((_one, _last, m) => m?.oldFen).map((fen, at) => fen ?? paid[at]), of((_one, _last, m) => m?.newFen).map((fen, at) => fen ?? paid[at]), of((_one, _last, m) => `${m?.firstMonth ?? run.fromMonth}-01`),
      of((_one, _last, m) => m?.pastFen ?? 0), of((_one, _last, m) => m?.yearFen ?? 0), of((_one, _last, m) => m?.cityFen ?? 0), of((_one, _last, m) => m?.countyFen ?? 0), of((_one, _last, m) => m?.undividedFen ?? 0),
      of((one) => one.review ?? ''), of((one) => one.inferred)]);
}
