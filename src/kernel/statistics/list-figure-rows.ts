import type { QueryContext } from '../db/query.ts';
import type { Tx } from '../db/tx.ts';
import { listHouseholdHits } from '../registers/household/list-household-hits.ts';
import { listPersonHits } from '../registers/person/list-person-hits.ts';
import { listCaseHits } from '../registers/search/list-case-hits.ts';
import { listRecordHits } from '../records/list-record-hits.ts';
import type { Hit } from '../registers/search/hit.ts';
import { addDays } from '../values/plain-date.ts';
import { listScope, type Level } from './compute-figure.ts';
import type { FigureRequest } from './figure-request.ts';
import { PARTS } from './figure.ts';
import { rowValues, selectRows } from './select-rows.ts';

export interface FigureRow {
  readonly kind: string;
  readonly id: number;
  /** Masked name, or what the indicator calls the row. */
  readonly label: string;
  readonly note: string;
  readonly town: string;
  readonly urbanRural: string | null;
  /** 1 for a count, 分 for money, the number itself for what has decimals. */
  readonly measure: number;
  readonly weight: number;
}
export interface FigureRows { readonly rows: readonly FigureRow[]; readonly total: number; readonly next: number | null }
export interface RowFilter { readonly place?: number | undefined; readonly level?: Level | undefined; readonly urbanRural?: 'urban' | 'rural' | undefined; readonly after?: number | undefined; readonly limit?: number | undefined }

interface Row { row_kind: string; row_id: number; label: string; division_id: number; urban_rural: string | null; measure: number; weight: number }
interface Area { division_id: number; place: number; town: string; rows: number }

/** Opens a figure into the rows it counts, a page at a time: those of the whole, or of one cell of its breakdown. In the order of divisions. */
export async function listFigureRows(tx: Tx, by: Pick<QueryContext, 'saw' | 'today'>, request: FigureRequest, filter: RowFilter = {}): Promise<FigureRows> {
  const [limit, after] = [filter.limit ?? 50, filter.after ?? 0];
  const areas = (await listAreas(tx, request, filter)).filter((area) => filter.place === undefined || area.place === filter.place);
  const towns = new Map(areas.map((area) => [area.division_id, area.town]));
  const rows = await tx.rows<Row & Record<string, unknown>>(
    `${selectRows(request)}
     select row_kind, row_id, label, division_id, urban_rural, measure::bigint as measure, weight::bigint as weight from counted
      where $5::text is null or urban_rural = $5 order by division_id, row_kind, row_id, measure limit $6 offset $7`,
    [...rowValues(request, areas.map((area) => area.division_id)), filter.urbanRural ?? null, limit, after]);
  const hits = await nameRows(tx, by, rows);
  const shown = rows.map((r): FigureRow => {
    const hit = hits.get(`${r.row_kind} ${r.row_id}`);
    return { kind: r.row_kind, id: r.row_id, label: hit?.title ?? r.label, note: hit?.note ?? '', town: towns.get(r.division_id) ?? '', urbanRural: r.urban_rural, measure: request.indicator.measures === 'decimal' ? r.measure / PARTS.decimal : r.measure, weight: r.weight };
  });
  const total = areas.reduce((sum, area) => sum + area.rows, 0);
  return { rows: shown, total, next: rows.length > 0 && after + rows.length < total ? after + rows.length : null };
}

/** Divisions that hold rows the reader may see, with the town each belongs to at the end of the period, and how many rows. */
async function listAreas(tx: Tx, request: FigureRequest, filter: RowFilter): Promise<Area[]> {
  return tx.rows<Area & Record<string, unknown>>(
    `${selectRows(request)},
     by_division as materialized (select division_id, count(*) as rows from counted where $7::text is null or urban_rural = $7 group by 1)
     select b.division_id, t.id as place, t.name as town, b.rows from by_division b join division t on t.id = office_of(division_on(b.division_id, $5), $6)`,
    [...rowValues(request, await listScope(tx, request.division)), addDays(request.to, -1), filter.level ?? 'town', filter.urbanRural ?? null]);
}

/** Reads how each row is called, and says whose were shown. */
async function nameRows(tx: Tx, by: Pick<QueryContext, 'saw' | 'today'>, rows: readonly Row[]): Promise<Map<string, { readonly title: string; readonly note: string }>> {
  const idsOf = (kind: string): number[] => [...new Set(rows.filter((r) => r.row_kind === kind).map((r) => r.row_id))];
  const lists = { person: listPersonHits, household: (t: Tx, ids: readonly number[]) => listHouseholdHits(t, ids, by.today), case: listCaseHits };
  const hits: Hit[] = [];
  for (const kind of ['person', 'household', 'case'] as const) {
    const ids = idsOf(kind);
    if (ids.length === 0) continue;
    by.saw(kind, ids, '统计数反查');
    hits.push(...await lists[kind](tx, ids));
  }
  if (hits.length === 0 && idsOf('record').length === 0) by.saw('household', [], '统计数反查');
  const records = await listRecordHits(tx, by, idsOf('record'), '统计数反查');
  const named: (readonly [string, { readonly title: string; readonly note: string }])[] = [...hits.map((hit) => [`${hit.kind} ${hit.id}`, hit] as const), ...records.map((hit) => [`record ${hit.id}`, hit] as const)];
  return new Map(named);
}
