import type ExcelJS from 'exceljs';
import { findDay, type PlainDate } from '../../values/plain-date.ts';
import type { OpenedSheet, Workbook } from './open-workbook.ts';
import { columnLetters, type MergedRange } from './sheet-outline.ts';

/** Columns beyond this one are not read: nobody keeps a list so wide. */
const MAX_COLUMNS = 256;
/** Excel keeps 15 digits of a number and turns the rest into zeros, without a word. */
const DIGITS_KEPT = 15;
const DAY_MS = 86_400_000;

/** A cell as it was found. A cell under a merge carries the value of the merge and says so. */
export interface SheetCell {
  /** `C12`: where the cell itself lies, also under a merge. */
  readonly address: string;
  readonly column: number;
  readonly kind: 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** What one reads on the screen, as near as it can be told: leading zeros of a `0000` format are put back. */
  readonly text: string;
  /** For a number, and for a date the day count behind it. */
  readonly number?: number;
  readonly date?: PlainDate;
  /** The value is the last result of a formula. */
  readonly formula: boolean;
  /** A formula whose result the file does not hold (or not readably): the value is unknown. */
  readonly withoutResult: boolean;
  /** A number of 15 digits or more: an id or account typed as a number. Its last digits are lost and must not be guessed. */
  readonly longNumber: boolean;
  /** The merge this cell is covered by without being its first cell. */
  readonly coveredBy?: MergedRange;
  /** The cell is the first of a merge. */
  readonly merge?: MergedRange;
}

export interface SheetRow {
  /** As Excel numbers it, from 1. */
  readonly number: number;
  readonly hidden: boolean;
  /** By column: `cells[0]` is column A. */
  readonly cells: readonly SheetCell[];
}

/** The rows of a sheet that hold anything, in order, one at a time. */
export function* sheetRows(workbook: Workbook, sheet: OpenedSheet): Generator<SheetRow> {
  const merges = [...sheet.outline.merges].sort((left, right) => left.top - right.top);
  const masters = new Map<MergedRange, SheetCell>();
  let next = 0;
  let active: MergedRange[] = [];
  for (let number = 1; number <= sheet.worksheet.rowCount; number += 1) {
    active = active.filter((merge) => merge.bottom >= number);
    for (let merge = merges[next]; merge !== undefined && merge.top <= number; merge = merges[next]) {
      if (merge.bottom >= number) active.push(merge);
      next += 1;
    }
    const row = sheet.worksheet.findRow(number);
    if (row === undefined) continue;
    const cells = readCells(row, number, active, masters, workbook.date1904);
    yield { number, hidden: sheet.outline.hiddenRows.has(number), cells };
  }
}

/** The columns of a sheet nobody sees, by 1-based number. */
export function hiddenColumns(sheet: OpenedSheet): ReadonlySet<number> {
  const columns = sheet.worksheet.columns ?? [];
  return new Set(columns.flatMap((column, index) => (column.hidden === true || column.width === 0 ? [index + 1] : [])));
}

function readCells(
  row: ExcelJS.Row,
  number: number,
  active: readonly MergedRange[],
  masters: Map<MergedRange, SheetCell>,
  date1904: boolean,
): SheetCell[] {
  const covered = active.reduce((widest, merge) => Math.max(widest, merge.right), 0);
  const width = Math.min(MAX_COLUMNS, Math.max(row.cellCount, covered));
  const cells: SheetCell[] = [];
  for (let column = 1; column <= width; column += 1) {
    const merge = active.find((range) => range.left <= column && range.right >= column);
    const isMaster = merge !== undefined && merge.top === number && merge.left === column;
    if (merge !== undefined && !isMaster) {
      const value = masters.get(merge) ?? emptyCell(number, column);
      const { merge: _own, ...rest } = value;
      cells.push({ ...rest, address: addressOf(number, column), column, coveredBy: merge });
      continue;
    }
    const cell = readCell(row.findCell(column), number, column, date1904);
    if (merge === undefined) cells.push(cell);
    else {
      const master = { ...cell, merge };
      masters.set(merge, master);
      cells.push(master);
    }
  }
  return cells;
}

function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

function emptyCell(row: number, column: number): SheetCell {
  return { address: addressOf(row, column), column, kind: 'empty', text: '', formula: false, withoutResult: false, longNumber: false };
}

function readCell(cell: ExcelJS.Cell | undefined, row: number, column: number, date1904: boolean): SheetCell {
  const empty = emptyCell(row, column);
  if (cell === undefined || cell.value === null || cell.value === undefined) return empty;
  const value = cell.value;
  if (isFormula(value)) {
    const read = readValue(value.result, cell.numFmt, empty, date1904);
    return read.kind === 'empty' ? { ...read, formula: true, withoutResult: true } : { ...read, formula: true };
  }
  return readValue(value, cell.numFmt, empty, date1904);
}

function isFormula(value: ExcelJS.CellValue): value is ExcelJS.CellFormulaValue | ExcelJS.CellSharedFormulaValue {
  return typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value);
}

function readValue(value: unknown, format: string | undefined, empty: SheetCell, date1904: boolean): SheetCell {
  if (typeof value === 'string') return value === '' ? empty : { ...empty, kind: 'text', text: value };
  if (typeof value === 'number') return readNumber(value, format, empty);
  if (typeof value === 'boolean') return { ...empty, kind: 'boolean', text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) return readDate(value, empty, date1904);
  if (typeof value !== 'object' || value === null) return empty;
  if ('richText' in value && Array.isArray(value.richText)) {
    return readValue(value.richText.map((run: { text?: string; }) => run.text ?? '').join(''), format, empty, date1904);
  }
  if ('text' in value) return readValue(value.text, format, empty, date1904);
  if ('error' in value) return { ...empty, kind: 'error', text: String(value.error) };
  return empty;
}

function readNumber(value: number, format: string | undefined, empty: SheetCell): SheetCell {
  if (!Number.isFinite(value)) return { ...empty, kind: 'error', text: '#NUM!' };
  const whole = Number.isInteger(value);
  const plain = whole && Math.abs(value) >= 1e21 ? BigInt(value).toString() : String(Number(value.toPrecision(DIGITS_KEPT)));
  const digits = whole ? BigInt(Math.abs(value)).toString().length : 0;
  const zeros = /^0{2,}$/.test(format ?? '') && whole && value >= 0 ? (format ?? '').length : 0;
  return { ...empty, kind: 'number', number: value, text: plain.padStart(zeros, '0'), longNumber: digits >= DIGITS_KEPT };
}

/** A date cell holds a day count; the time of day, if any, is dropped. A count that is no day of 1900–9999 is kept as an error. */
function readDate(value: Date, empty: SheetCell, date1904: boolean): SheetCell {
  if (Number.isNaN(value.getTime())) return empty;
  const number = Math.floor(value.getTime() / DAY_MS) + (date1904 ? 24_107 : 25_569);
  const date = dayOfSerial(number, date1904);
  return date === undefined ? { ...empty, kind: 'error', text: String(number), number } : { ...empty, kind: 'date', text: date, number, date };
}

/**
 * The day a number of days stands for in a workbook. Excel counts from 1900 with a 29 February 1900 that never was, so the
 * first 60 numbers are off by one and are refused; a number after 9999-12-31 or with a fraction is no day either.
 */
export function dayOfSerial(serial: number, date1904: boolean): PlainDate | undefined {
  if (!Number.isInteger(serial) || serial < (date1904 ? 0 : 61) || serial > 2_958_465) return undefined;
  const moment = new Date((serial - (date1904 ? 24_107 : 25_569)) * DAY_MS);
  return findDay(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
}
