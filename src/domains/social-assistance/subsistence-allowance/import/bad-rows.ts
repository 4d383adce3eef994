import ExcelJS from 'exceljs';
import { mapColumns } from '../../../../kernel/documents/workbook/map-columns.ts';
import { openWorkbook, type OpenedSheet, type Workbook } from '../../../../kernel/documents/workbook/open-workbook.ts';
import type { MergedRange } from '../../../../kernel/documents/workbook/sheet-outline.ts';
import { sheetRows } from '../../../../kernel/documents/workbook/sheet-rows.ts';
import { rosterColumns, WHAT_IS_WRONG } from './roster-columns.ts';
import type { RosterError } from './errors.ts';
import type { ReadRoster } from './read-roster.ts';

/** Each merge is compared with all before it; beyond this many the value stands in the first cell alone, which reads the same. */
const MOST_MERGES = 5000;
/** Columns that must stay text when the clerk types them anew. */
const TEXT_COLUMNS = ['idNumber', 'account', 'householdNo', 'agentId'] as const;

/**
 * The list of what was not imported, as an .xlsx to correct and import again: the title and header as they were, all rows of
 * each household with an error, and a last column 哪里不对. Formulas become their results and hidden rows are shown. Throws
 * when the bytes are not the workbook that was read, or when it has no header to write under.
 */
export async function writeBadRows(workbookBytes: Buffer, read: Pick<ReadRoster, 'errors' | 'summary'>): Promise<Buffer> {
  const opened = await openWorkbook(workbookBytes, '');
  const sheet = opened.ok ? opened.sheets.find((one) => one.name === read.summary.sheetName) : undefined;
  const lastHeaderRow = read.summary.headerRows.at(-1);
  if (!opened.ok || sheet === undefined || lastHeaderRow === undefined) throw new RangeError('no list was read from this workbook');
  const households = listHouseholds(read);
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = opened.date1904;
  const target = book.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: lastHeaderRow }] });
  const columns = findColumns(opened, sheet);
  const rows = numberRows(lastHeaderRow, households);
  copyRows(sheet, target, rows);
  copyMerges(sheet, target, [Array.from({ length: lastHeaderRow }, (_unused, index) => index + 1), ...households], rows);
  for (const column of columns.text) markAsText(target, column, lastHeaderRow);
  writeWhatIsWrong(target, columns.whatIsWrong, read, rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The rows of each household with an error, in the order of the list; a line nobody can place stands alone. */
function listHouseholds(read: Pick<ReadRoster, 'errors'>): number[][] {
  const byFirst = new Map<number, Set<number>>();
  for (const error of read.errors.filter(isAboutRows)) {
    const first = error.householdRows[0] ?? error.row;
    byFirst.set(first, new Set([...(byFirst.get(first) ?? []), ...error.householdRows, error.row]));
  }
  return [...byFirst.values()].map((rows) => [...rows].sort((left, right) => left - right)).sort((left, right) => (left[0] ?? 0) - (right[0] ?? 0));
}

function isAboutRows(error: RosterError): boolean {
  return error.householdRows.length > 0 || error.code === 'roster.line-without-person';
}

/** Where each row of the list goes. */
function numberRows(lastHeaderRow: number, households: readonly (readonly number[])[]): Map<number, number> {
  const rows = new Map<number, number>();
  for (let row = 1; row <= lastHeaderRow; row += 1) rows.set(row, row);
  for (const row of households.flat()) if (row > lastHeaderRow && !rows.has(row)) rows.set(row, rows.size + 1);
  return rows;
}

interface FoundColumns {
  readonly text: readonly number[];
  /** Where 哪里不对 stands already, else the first free column. */
  readonly whatIsWrong: number;
}

function findColumns(opened: Workbook, sheet: OpenedSheet): FoundColumns {
  const rows = [...sheetRows(opened, sheet)];
  const map = mapColumns(rows, rosterColumns);
  const last = rows.reduce((widest, row) => Math.max(widest, row.cells.findLastIndex((cell) => cell.text !== '' && cell.coveredBy === undefined) + 1), 0);
  return {
    text: TEXT_COLUMNS.flatMap((key) => map?.columns.get(key) ?? []),
    whatIsWrong: map?.columns.get('whatIsWrong') ?? last + 1,
  };
}

function copyRows(sheet: OpenedSheet, target: ExcelJS.Worksheet, rows: ReadonlyMap<number, number>): void {
  for (let column = 1; column <= Math.min(sheet.worksheet.columnCount, 256); column += 1) {
    const { width } = sheet.worksheet.getColumn(column);
    if (width !== undefined && width > 0) target.getColumn(column).width = width;
  }
  for (const [from, to] of rows) {
    const source = sheet.worksheet.findRow(from);
    if (source === undefined) continue;
    const row = target.getRow(to);
    if (source.height) row.height = source.height;
    source.eachCell({ includeEmpty: false }, (cell, column) => copyCell(cell, row.getCell(column)));
  }
}

function copyCell(from: ExcelJS.Cell, to: ExcelJS.Cell): void {
  const value = from.value;
  const isFormula = typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value);
  to.value = isFormula ? ((value.result as ExcelJS.CellValue | undefined) ?? null) : value;
  to.style = { ...from.style };
}

/** A merge is kept within each household; of a village merged over many, each household gets its own piece with the value. */
function copyMerges(sheet: OpenedSheet, target: ExcelJS.Worksheet, blocks: readonly (readonly number[])[], rows: ReadonlyMap<number, number>): void {
  const merges = [...sheet.outline.merges].sort((left, right) => left.top - right.top);
  let open: MergedRange[] = [];
  let next = 0;
  let merged = 0;
  for (const block of blocks) {
    const [first, last] = [block[0] ?? 0, block.at(-1) ?? 0];
    open = open.filter((merge) => merge.bottom >= first);
    for (let merge = merges[next]; merge !== undefined && merge.top <= last; merge = merges[next]) {
      if (merge.bottom >= first) open.push(merge);
      next += 1;
    }
    for (const merge of open) {
      const within = block.filter((row) => row >= merge.top && row <= merge.bottom).map((row) => rows.get(row) ?? 0);
      const [top, bottom] = [within[0], within.at(-1)];
      if (top === undefined || bottom === undefined) continue;
      const right = Math.min(merge.right, 256);
      const master = sheet.worksheet.findRow(merge.top)?.findCell(merge.left);
      if (master !== undefined) copyCell(master, target.getCell(top, merge.left));
      if ((bottom === top && right === merge.left) || merged >= MOST_MERGES) continue;
      target.mergeCellsWithoutStyle(top, merge.left, bottom, right);
      merged += 1;
    }
  }
}

function markAsText(target: ExcelJS.Worksheet, column: number, lastHeaderRow: number): void {
  for (let row = lastHeaderRow + 1; row <= target.rowCount; row += 1) {
    const cell = target.getCell(row, column);
    if (!cell.isMerged || cell.master === cell) cell.style = { ...cell.style, numFmt: '@' };
  }
}

function writeWhatIsWrong(target: ExcelJS.Worksheet, column: number, read: Pick<ReadRoster, 'errors' | 'summary'>, rows: ReadonlyMap<number, number>): void {
  const headerRow = read.summary.headerRows[0] ?? 1;
  const header = target.getCell(headerRow, column);
  if (header.text !== WHAT_IS_WRONG) header.value = WHAT_IS_WRONG;
  header.font = { bold: true };
  target.getColumn(column).width = 60;
  const byRow = Map.groupBy(read.errors.filter(isAboutRows), (error) => error.row);
  const summaries = read.errors.filter((error) => error.code === 'roster.household-not-imported');
  const whole = new Map(summaries.flatMap((error) => error.householdRows.map((row) => [row, error] as const)));
  for (const [from, to] of rows) {
    if (from <= (read.summary.headerRows.at(-1) ?? 0)) continue;
    const own = (byRow.get(from) ?? []).filter((error) => error.code !== 'roster.household-not-imported');
    const told = own.length > 0 ? own : [whole.get(from)].filter((error) => error !== undefined);
    const cell = target.getCell(to, column);
    cell.value = told.map((error) => labelled(error.column, error.sentence)).join('\n');
    cell.alignment = { wrapText: true, vertical: 'top' };
  }
}

function labelled(column: string, sentence: string): string {
  return column === '' || sentence.includes(column) ? sentence : `${column}：${sentence}`;
}
