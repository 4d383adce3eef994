import type { QueryContext } from '../db/query.ts';
import type { Tx } from '../db/tx.ts';
import { listHouseholdHits } from '../registers/household/list-household-hits.ts';
import type { Run } from './run.ts';

export interface PlaceSum { readonly place: string; readonly households: number; readonly persons: number; readonly monthFen: number; readonly pastFen: number; readonly yearFen: number }
export interface NamedGrant { readonly grant: number; readonly household: number; readonly number: string; readonly name: string; readonly place: string; readonly persons: number; readonly oldFen: number; readonly newFen: number; readonly because: string }

/** A run in sums, as far as the reader's area goes. 分. */
export interface RunSummary {
  readonly run: number; readonly kind: Run['kind']; readonly done: boolean; readonly onDay: string;
  /** Grants and persons looked at; of them unchanged. */
  readonly grants: number; readonly persons: number; readonly unchanged: number;
  readonly changed: PlaceSum;
  readonly review: number; readonly inferred: number;
  readonly urban: PlaceSum; readonly rural: PlaceSum;
  readonly cityFen: number; readonly countyFen: number; readonly undividedFen: number;
  readonly places: readonly PlaceSum[];
  readonly examples: readonly NamedGrant[];
  readonly waiting: readonly NamedGrant[];
}

type Sums = Omit<PlaceSum, 'place'> & Record<string, unknown>;
const SUMS = `count(*)::int as households, coalesce(sum(persons), 0)::int as persons, coalesce(sum(new_fen - old_fen), 0)::bigint as "monthFen", coalesce(sum(past_fen), 0)::bigint as "pastFen", coalesce(sum(year_fen), 0)::bigint as "yearFen"`;
const CHANGED = `from repricing_result where run_id = $1 and outcome = 'changed'`;

/** Most of those left for a person that are listed at once. */
const LISTED = 200;

export async function summarise(tx: Tx, by: Pick<QueryContext, 'saw' | 'today'>, run: Run): Promise<RunSummary> {
  const total = await tx.one<Sums & { inferred: number; cityFen: number; countyFen: number; undividedFen: number }>(
    `select ${SUMS}, count(*) filter (where inferred)::int as inferred, coalesce(sum(city_fen), 0)::bigint as "cityFen", coalesce(sum(county_fen), 0)::bigint as "countyFen", coalesce(sum(undivided_fen), 0)::bigint as "undividedFen" ${CHANGED}`, [run.id]);
  const kinds = await tx.rows<Sums & { kind: string }>(`select hukou_kind as kind, ${SUMS} ${CHANGED} group by 1`, [run.id]);
  const places = await tx.rows<Sums & { place: string }>(
    `with placed as (select x.division_id, office_of(x.division_id, 'town') as town from (select distinct division_id from repricing_result where run_id = $1) x)
     select coalesce(c.name || ' ', '') || t.name as place, ${SUMS} from repricing_result r join placed p on p.division_id = r.division_id join division t on t.id = p.town
       left join division c on c.id = t.parent_id and c.level = 'county' where r.run_id = $1 and r.outcome = 'changed' group by t.code, t.id, t.name, c.name order by t.code collate "C", t.id`, [run.id]);
  const { review } = await tx.one<{ review: number }>(`select count(*)::int as review from repricing_result where run_id = $1 and outcome = 'review'`, [run.id]);
  const of = (kind: string, place: string): PlaceSum => ({ ...nothing, ...kinds.find((one) => one.kind === kind), place });
  return {
    run: run.id, kind: run.kind, done: run.state === 'done', onDay: run.onDay, grants: run.grants, persons: run.persons, unchanged: run.unchanged,
    changed: { place: '合计', households: total.households, persons: total.persons, monthFen: total.monthFen, pastFen: total.pastFen, yearFen: total.yearFen },
    review, inferred: total.inferred, urban: of('urban', '城镇'), rural: of('rural', '农村'), cityFen: total.cityFen, countyFen: total.countyFen, undividedFen: total.undividedFen, places,
    // one of each size of household, the first of the register: nobody picks whom to show
    examples: await name(tx, by, `select * from (select distinct on (persons) * ${CHANGED} order by persons, grant_id) r order by persons limit 6`, run),
    waiting: await name(tx, by, `select * from repricing_result where run_id = $1 and outcome = 'review' order by grant_id limit ${LISTED}`, run),
  };
}

const nothing = { households: 0, persons: 0, monthFen: 0, pastFen: 0, yearFen: 0 };

async function name(tx: Tx, by: Pick<QueryContext, 'saw' | 'today'>, sql: string, run: Run): Promise<NamedGrant[]> {
  const rows = await tx.rows<{ grant_id: number; household_id: number; persons: number; old_fen: number; new_fen: number; because: string }>(sql, [run.id]);
  by.saw('household', rows.map((row) => row.household_id), '标准调整举例');
  const hits = new Map((await listHouseholdHits(tx, rows.map((row) => row.household_id), by.today)).map((hit) => [hit.id, hit]));
  return rows.map((row) => {
    const hit = hits.get(row.household_id);
    return { grant: row.grant_id, household: row.household_id, number: hit?.number ?? '', name: hit?.head ?? '户主不在辖区', place: hit?.place ?? '', persons: row.persons, oldFen: row.old_fen, newFen: row.new_fen, because: row.because };
  });
}
