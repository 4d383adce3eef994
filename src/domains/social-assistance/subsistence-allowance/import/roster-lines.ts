import { normaliseTitle, type ColumnMap } from '../../../../kernel/documents/workbook/map-columns.ts';
import type { SheetCell, SheetRow } from '../../../../kernel/documents/workbook/sheet-rows.ts';
import { trimAll } from '../../../../kernel/values/chinese-text.ts';
import type { RosterColumn } from './roster-columns.ts';

/** One line of the list: a member, with what the household's merged cells say on it. */
export interface RosterLine {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<RosterColumn, SheetCell>;
}

/** A row that is not a member, and why it was left out. */
export interface SkippedRow {
  readonly row: number;
  readonly why: 'totals' | 'remark' | 'header-again';
}

export interface RosterLines {
  readonly lines: readonly RosterLine[];
  readonly skipped: readonly SkippedRow[];
  /** Rows that hold something but no person: refused, with the line they follow. */
  readonly withoutPerson: readonly { readonly row: number; readonly after?: RosterLine }[];
}

const PERSON_COLUMNS = ['name', 'idNumber', 'relation', 'sex', 'birthDate'] as const;
const TOTALS = /^(?:合计|总计|小计|共计|累计|本页小计|本页合计|总合计|户数合计|人数合计)/;
const REMARK = /^(?:注\d*[:：]|备注[:：]|说明[:：]|填表|填报|制表|审核|复核|经办|负责人|单位|联系|日期[:：]|第.{1,4}页|以下空白|此页|（?盖章)/;

/** The lines below the header, without blank rows, totals, headers printed again and remarks at the foot. */
export function readRosterLines(rows: readonly SheetRow[], map: ColumnMap<RosterColumn>): RosterLines {
  const lastHeaderRow = Math.max(...map.headerRows);
  const header = rows.filter((row) => map.headerRows.includes(row.number));
  const lines: RosterLine[] = [];
  const skipped: SkippedRow[] = [];
  const withoutPerson: { row: number; after?: RosterLine }[] = [];
  for (const row of rows) {
    if (row.number <= lastHeaderRow) continue;
    const own = row.cells.filter((cell) => isOwn(cell));
    if (own.length === 0) continue;
    const line: RosterLine = { row: row.number, hidden: row.hidden, cells: readCells(row, map) };
    const why = whyNoMember(line, own, header);
    if (why === undefined) lines.push(line);
    else if (why === 'without-person') withoutPerson.push({ row: row.number, ...(lines.length > 0 ? { after: lines.at(-1) } : {}) });
    else skipped.push({ row: row.number, why });
  }
  return { lines, skipped, withoutPerson };
}

/** A cell under a merge that begins further left belongs to the column the merge begins in. */
function readCells(row: SheetRow, map: ColumnMap<RosterColumn>): Map<RosterColumn, SheetCell> {
  const cells = new Map<RosterColumn, SheetCell>();
  for (const [key, column] of map.columns) {
    const cell = row.cells[column - 1];
    if (cell !== undefined && (cell.coveredBy === undefined || cell.coveredBy.left === column)) cells.set(key, cell);
  }
  return cells;
}

function isOwn(cell: SheetCell): boolean {
  return cell.coveredBy === undefined && (cell.withoutResult || trimAll(cell.text) !== '');
}

function whyNoMember(line: RosterLine, own: readonly SheetCell[], header: readonly SheetRow[]): SkippedRow['why'] | 'without-person' | undefined {
  if (own.every((cell) => header.some((row) => normaliseTitle(row.cells[cell.column - 1]?.text ?? '') === normaliseTitle(cell.text)))) {
    return 'header-again';
  }
  if (hasOwn(line, 'idNumber')) return undefined;
  const texts = own.filter((cell) => cell.kind === 'text').map((cell) => cell.text.normalize('NFKC').replace(/\s/g, ''));
  if (texts.some((text) => TOTALS.test(text))) return 'totals';
  if (texts[0] !== undefined && REMARK.test(texts[0])) return 'remark';
  if (PERSON_COLUMNS.some((key) => hasOwn(line, key))) return undefined;
  const onlyWords = own.length === 1 && own[0]?.kind === 'text';
  return onlyWords && !hasOwn(line, 'amount') && !hasOwn(line, 'account') ? 'remark' : 'without-person';
}

/** The cell holds something of its own, not of a merge that begins above it. */
export function hasOwn(line: RosterLine, key: RosterColumn): boolean {
  const cell = line.cells.get(key);
  return cell !== undefined && isOwn(cell);
}

/** The text of a cell without spaces at its ends; of a merge, its value. Empty when there is none. */
export function textOf(line: RosterLine, key: RosterColumn): string {
  return trimAll(line.cells.get(key)?.text ?? '');
}
