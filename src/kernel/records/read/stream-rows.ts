import type { QueryContext } from '../../db/query.ts';
import type { Tx } from '../../db/tx.ts';
import type { CellValue } from '../../documents/workbook/stream-workbook.ts';
import { listPersonHits } from '../../registers/person/list-person-hits.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import type { RegisterField } from '../../contract/register.ts';
import { columnOf } from '../../registry/check-register.ts';
import { isSecret } from '../table/column-types.ts';
import type { CellNames, ExportCell } from './export-columns.ts';

/** Rows fetched at a time. */
const FETCH = 4_000;
let cursors = 0;
type Row = Record<string, unknown>;

/**
 * A list as cells, from a cursor of the database within the caller's one snapshot: memory holds one fetch, however long the list. `more` adds to each fetch what
 * stands elsewhere (totals). Persons shown are named in the log.
 */
export async function* streamRows(tx: Tx, by: Pick<QueryContext, 'saw'>, asked: { readonly sql: string; readonly values: readonly unknown[]; readonly cells: readonly ExportCell[]; readonly fields: readonly RegisterField[]; readonly purpose: string; readonly more?: (rows: Row[]) => Promise<void> }): AsyncGenerator<CellValue[]> {
  const cursor = `list_${cursors += 1}`;
  await tx.run(`declare ${cursor} no scroll cursor for ${asked.sql}`, asked.values);
  const divisions = new Map((await tx.rows<{ id: number; name: string; parent: string | null }>(`select d.id, d.name, case when d.level = 'village' then p.name end as parent from division d left join division p on p.id = d.parent_id`)).map((row) => [row.id, `${row.parent ?? ''}${shortDivisionName(row.name)}`]));
  const linking = asked.fields.filter((field) => field.kind === 'link' && !isSecret(field)).map((field) => columnOf(field.key));
  for (;;) {
    const rows = await tx.rows<Row>(`fetch ${FETCH} from ${cursor}`);
    if (rows.length === 0) break;
    const names = await readNames(tx, by, rows, linking, asked.purpose, divisions);
    await asked.more?.(rows);
    for (const row of rows) yield asked.cells.map((cell) => cell.cell(row, names));
    if (rows.length < FETCH) break;
  }
  await tx.run(`close ${cursor}`);
}

async function readNames(tx: Tx, by: Pick<QueryContext, 'saw'>, rows: readonly Row[], linking: readonly string[], purpose: string, divisions: ReadonlyMap<number, string>): Promise<CellNames> {
  const ids = (columns: readonly string[]): number[] => [...new Set(rows.flatMap((row) => columns.map((column) => row[column])).filter((id): id is number => typeof id === 'number'))];
  const linked = ids(linking);
  const people = ids(['person_id']);
  by.saw('person', people, purpose);
  const records = new Map(linked.length === 0 ? [] : (await tx.rows<{ id: number; title: string }>('select t.id, coalesce(t.name, t.number) as title from record_titles($1::bigint[]) t', [linked])).map((row) => [row.id, row.title]));
  const persons = new Map(people.length === 0 ? [] : (await listPersonHits(tx, people)).map((hit) => [hit.id, hit.title]));
  return { division: (id) => divisions.get(id) ?? '', record: (id) => records.get(id) ?? '（不在辖区）', person: (id) => persons.get(id) ?? '（不在辖区）' };
}
