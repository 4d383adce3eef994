import type { QueryContext } from '../db/query.ts';
import type { Tx } from '../db/tx.ts';
import { listHouseholdHits } from '../registers/household/list-household-hits.ts';
import { listPersonHits } from '../registers/person/list-person-hits.ts';
import { listCaseHits } from '../registers/search/list-case-hits.ts';
import type { Hit } from '../registers/search/hit.ts';
import { addDays } from '../values/plain-date.ts';
import { listScope, type Level } from './compute-figure.ts';
import type { FigureRequest } from './figure-request.ts';
import { rowValues, selectRows } from './select-rows.ts';

export interface FigureRow {
  readonly kind: string;
  readonly id: number;
  /** Masked name, or what the indicator calls the row. */
  readonly label: string;
  readonly note: string;
  readonly town: string;
  readonly urbanRural: string | null;
  /** 1 for a count, 分 for money. */
  readonly measure: number;
  readonly weight: number;
}
export interface FigureRows { readonly rows: readonly FigureRow[]; readonly total: number; readonly next: number | null }
export interface RowFilter { readonly place?: number | undefined; readonly level?: Level | undefined; readonly urbanRural?: 'urban' | 'rural' | undefined; readonly after?: number | undefined; readonly limit?: number | undefined }

interface Row { row_kind: string; row_id: number; label: string; town: string; urban_rural: string | null; measure: number; weight: number; total: number }

/** Opens a figure into the rows it counts, a page at a time: those of the whole, or of one cell of its breakdown. */
export async function listFigureRows(tx: Tx, by: Pick<QueryContext, 'saw' | 'today'>, request: FigureRequest, filter: RowFilter = {}): Promise<FigureRows> {
  const divisions = await listScope(tx, request.division);
  const [limit, after] = [filter.limit ?? 50, filter.after ?? 0];
  const rows = await tx.rows<Row & Record<string, unknown>>(
    `${selectRows(request)},
     placed as (select d.division_id, office_of(division_on(d.division_id, $5), $6) as place from (select distinct division_id from counted) d)
     select c.row_kind, c.row_id, c.label, t.name as town, c.urban_rural, c.measure::bigint as measure, c.weight::bigint as weight, count(*) over () as total
       from counted c join placed using (division_id) join division t on t.id = placed.place
      where ($7::int is null or placed.place = $7) and ($8::text is null or c.urban_rural = $8)
      order by t.code, c.row_kind, c.row_id, c.measure limit $9 offset $10`,
    [...rowValues(request, divisions), addDays(request.to, -1), filter.level ?? 'town', filter.place ?? null, filter.urbanRural ?? null, limit, after]);
  const hits = await nameRows(tx, by, rows);
  const shown = rows.map((r): FigureRow => {
    const hit = hits.get(`${r.row_kind} ${r.row_id}`);
    return { kind: r.row_kind, id: r.row_id, label: hit?.title ?? r.label, note: hit?.note ?? '', town: r.town, urbanRural: r.urban_rural, measure: r.measure, weight: r.weight };
  });
  const total = rows[0]?.total ?? 0;
  return { rows: shown, total, next: after + rows.length < total ? after + rows.length : null };
}

/** Reads how each row is called, and says whose were shown. */
async function nameRows(tx: Tx, by: Pick<QueryContext, 'saw' | 'today'>, rows: readonly Row[]): Promise<Map<string, Hit>> {
  const idsOf = (kind: string): number[] => [...new Set(rows.filter((r) => r.row_kind === kind).map((r) => r.row_id))];
  const lists = { person: listPersonHits, household: (t: Tx, ids: readonly number[]) => listHouseholdHits(t, ids, by.today), case: listCaseHits };
  const hits: Hit[] = [];
  for (const kind of ['person', 'household', 'case'] as const) {
    const ids = idsOf(kind);
    if (ids.length === 0) continue;
    by.saw(kind, ids, '统计数反查');
    hits.push(...await lists[kind](tx, ids));
  }
  if (hits.length === 0) by.saw('household', [], '统计数反查');
  return new Map(hits.map((hit) => [`${hit.kind} ${hit.id}`, hit]));
}
