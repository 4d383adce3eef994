import { readFacts } from '../benefits/read-facts.ts';
import { divisionCodes } from '../casework/find-office.ts';
import type { Benefit } from '../contract/matter.ts';
import type { HukouKind } from '../contract/parameter.ts';
import type { ReviewCycle } from '../contract/reviews.ts';
import type { Tx } from '../db/tx.ts';
import { makeAsOf } from '../policy/as-of.ts';
import { loadBook } from '../policy/load-book.ts';
import { addMonths, month, type Month } from '../values/month.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { nextReview } from './next-review.ts';
import { getClass, pickCycle } from './pick-cycle.ts';

interface GrantRow extends Record<string, unknown> {
  readonly grant: number; readonly version: number; readonly household: number; readonly division: number; readonly hukou: HukouKind; readonly facts: unknown; readonly takenOver: boolean;
  readonly first: string; readonly since: string | null; readonly decided: string | null; readonly postponed: string | null; readonly setCycle: string | null; readonly setClass: string | null; readonly setReason: string | null;
}

interface Plan { readonly row: GrantRow; readonly cycle: string; readonly class: string; readonly because: string; readonly setBy: 'rules' | 'clerk'; readonly months: number; readonly countedFrom: Month; readonly due: Month }

/** Grants whose plan is missing or was reckoned from something that has changed since; `only` = these, whatever they have. Next chunk by id. */
const STALE = `select g.id from benefit_grant g left join review_plan p on p.grant_id = g.id
  where g.benefit = $1 and g.state = 'active' and g.id > $2 and ($3::bigint[] is null or g.id = any ($3))
    and (g.takeover_id is null or exists (select 1 from review_start s where s.benefit = g.benefit))
    and ($3::bigint[] is not null or p.id is null or not (p.cycle = any ($4)) or p.version_id is distinct from ${presentVersion('g.id')})
  order by g.id limit $5`;

function presentVersion(grant: string): string {
  return `(select v.id from grant_version v where v.grant_id = ${grant} and v.known_to is null and v.state = 'paid' order by v.from_month desc limit 1)`;
}

/**
 * Reckons for grants of a benefit when their next review falls due: class by the rules or as a clerk set it, months by the cycle of today's law,
 * counted from the last decision. Returns the last grant looked at, null when none was left. Idempotent.
 */
export async function planGrants(tx: Tx, benefit: Benefit, today: PlainDate, wanted: { after?: number; only?: readonly number[]; limit: number }): Promise<number | null> {
  const inForce = (benefit.reviews?.cycles ?? []).filter((cycle) => cycle.applies.from <= today && (cycle.applies.to === null || today < cycle.applies.to)).map((cycle) => cycle.id);
  const ids = (await tx.rows<{ id: number }>(STALE, [benefit.id, wanted.after ?? 0, wanted.only ?? null, inForce, wanted.limit])).map((row) => row.id);
  if (ids.length === 0) return null;
  const rows = await readGrants(tx, ids);
  const begins = await readStart(tx, benefit.id);
  const book = await loadBook(tx);
  const codes = new Map<number, string[]>();
  const plans: Plan[] = [];
  for (const row of rows) {
    let divisions = codes.get(row.division);
    if (!divisions) codes.set(row.division, divisions = await divisionCodes(tx, row.division));
    const cycle = pickCycle(benefit, divisions, today);
    if (cycle) plans.push(planOf(row, cycle, benefit, { begins, asOf: makeAsOf(book, { day: today, divisions }) }));
  }
  await savePlans(tx, benefit.id, plans);
  return ids.at(-1) ?? null;
}

function planOf(row: GrantRow, cycle: ReviewCycle<unknown>, benefit: Benefit, at: { begins: Month | null; asOf: Parameters<ReviewCycle<unknown>['classify']>[2] }): Plan {
  const read = row.facts === null ? null : readFacts(benefit, row.facts);
  const ruled = cycle.classify(read?.ok ? read.facts : null, row.hukou, at.asOf);
  const set = row.setCycle === cycle.id && row.setClass !== null ? { class: row.setClass, because: row.setReason ?? '' } : undefined;
  const chosen = set ?? ruled;
  const months = getClass(cycle, chosen.class).months[row.hukou];
  const last = month((row.decided ?? row.since ?? row.first).slice(0, 7));
  const rhythm = nextReview({ month: last, takenOver: row.takenOver && row.decided === null, begins: at.begins ?? addMonths(month(row.first.slice(0, 7)), 1) }, months);
  const postponed = row.postponed === null ? undefined : month(row.postponed.slice(0, 7));
  return { row, cycle: cycle.id, class: chosen.class, because: chosen.because, setBy: set ? 'clerk' : 'rules', months, countedFrom: last, due: postponed !== undefined && postponed > rhythm ? postponed : rhythm };
}

/** First month whose reviews of grants taken over are done here; null until an office has said so. */
export async function readStart(tx: Tx, benefit: string): Promise<Month | null> {
  const row = await tx.find<{ month: string }>('select from_month as month from review_start where benefit = $1', [benefit]);
  return row ? month(row.month.slice(0, 7)) : null;
}

/** The last decision: of the application or of any case about the grant since. A postponement counts until the review after it. */
const readGrants = (tx: Tx, ids: readonly number[]): Promise<GrantRow[]> => tx.rows<GrantRow>(
  `select g.id as grant, v.id as version, g.household_id as household, g.division_id as division, v.hukou_kind as hukou, version_facts(v.facts, v.kept_of) as facts, g.takeover_id is not null as "takenOver",
          g.first_month as first, g.since_month as since, d.decided_on as decided, c.cycle as "setCycle", c.class as "setClass", c.reason as "setReason",
          (select max(to_month) from review_postponement o where o.grant_id = g.id and (d.decided_on is null or o.on_day > d.decided_on)) as postponed
     from benefit_grant g
     join lateral (select * from grant_version v where v.grant_id = g.id and v.known_to is null and v.state = 'paid' order by v.from_month desc limit 1) v on true
     left join lateral (select max(d.decided_on) as decided_on from decision d where d.grant_id = g.id or d.case_id = g.case_id) d on true
     left join lateral (select * from review_class c where c.grant_id = g.id order by c.id desc limit 1) c on true
    where g.id = any ($1) order by g.id`, [ids]);

async function savePlans(tx: Tx, benefit: string, plans: readonly Plan[]): Promise<void> {
  await tx.run(
    `insert into review_plan (grant_id, benefit, household_id, division_id, version_id, cycle, class, because, set_by, months, counted_from, due_month)
     select p.grant_id, $1, p.household, p.division, p.version, p.cycle, p.class, p.because, p.set_by, p.months, p.counted, p.due
       from unnest($2::bigint[], $3::bigint[], $4::int[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[], $10::int[], $11::date[], $12::date[])
         as p (grant_id, household, division, version, cycle, class, because, set_by, months, counted, due)
     on conflict (grant_id) do update set version_id = excluded.version_id, division_id = excluded.division_id, cycle = excluded.cycle, class = excluded.class, because = excluded.because,
       set_by = excluded.set_by, months = excluded.months, counted_from = excluded.counted_from, due_month = excluded.due_month`,
    [benefit, plans.map((p) => p.row.grant), plans.map((p) => p.row.household), plans.map((p) => p.row.division), plans.map((p) => p.row.version), plans.map((p) => p.cycle), plans.map((p) => p.class),
      plans.map((p) => p.because), plans.map((p) => p.setBy), plans.map((p) => p.months), plans.map((p) => `${p.countedFrom}-01`), plans.map((p) => `${p.due}-01`)]);
}
