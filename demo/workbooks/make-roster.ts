import ExcelJS from 'exceljs';
import type { DemoHousehold } from '../population/demo-household.ts';
import { STANDARD_YUAN } from '../population/incomes.ts';
import { plantErrors } from './plant-errors.ts';
import { listRosterLines, rosterColumns, type RosterLine } from './roster-lines.ts';

export interface RosterOptions {
  /** Plants each of the usual errors once (see `plantErrors`); needs about twenty households. */
  readonly errors?: boolean;
  /** Name in the title; by default the town all households lie in, else nothing after 中山市. */
  readonly place?: string;
  /** `YYYY-MM`. */
  readonly month?: string;
  /** 分/人·月. */
  readonly standardFen?: number;
  /** False leaves the household's own cells on its first line unmerged, as some towns do; merging thousands takes a minute. Default true. */
  readonly merge?: boolean;
}

const HEADER_ROWS = [3, 4] as const;
export const FIRST_LINE_ROW = 5;

/**
 * A 低保花名册 as a town keeps it: merged title, a line for unit and maker, a header of two rows, one line a member with the head marked 户主,
 * the household's own cells merged over its lines, and a total at the end. The bytes of an .xlsx.
 */
export async function makeRosterWorkbook(households: readonly DemoHousehold[], options: RosterOptions = {}): Promise<Buffer> {
  const clean = listRosterLines(households, options.standardFen ?? STANDARD_YUAN * 100);
  const lines = options.errors ? plantErrors(clean).lines : clean;
  const place = options.place ?? townOf(households);
  const [year, month] = (options.month ?? '2014-10').split('-').map(Number);
  const workbook = new ExcelJS.Workbook();
  const day = new Date(Date.UTC(year!, month! - 1, 25));
  Object.assign(workbook, { creator: `${place || '中山市'}社会事务局`, created: day, modified: day });
  const sheet = workbook.addWorksheet(`${year}年${month}月`, { views: [{ state: 'frozen', xSplit: 3, ySplit: HEADER_ROWS[1] }] });
  writeHeader(sheet, `中山市${place}${year}年${month}月最低生活保障花名册`, place);
  writeLines(sheet, lines);
  if (options.merge !== false) mergeHouseholds(sheet, lines);
  writeTotals(sheet, lines, households.length);
  sheet.pageSetup = { paperSize: 8 as never, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:4' };
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function townOf(households: readonly DemoHousehold[]): string {
  const towns = new Set(households.map((household) => household.village.slice(0, 9)));
  const name = /^(五桂山|古镇镇|.+?[区镇])/.exec(households[0]?.address ?? '')?.[1];
  return towns.size === 1 && name !== undefined ? name : '';
}

const thin = { style: 'thin' } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const centre = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;

function writeHeader(sheet: ExcelJS.Worksheet, title: string, place: string): void {
  const last = rosterColumns.length;
  sheet.mergeCells(1, 1, 1, last);
  Object.assign(sheet.getCell(1, 1), { value: title, font: { name: '宋体', size: 18, bold: true }, alignment: centre });
  sheet.getRow(1).height = 32;
  sheet.mergeCells(2, 1, 2, last);
  sheet.getCell(2, 1).value = `填报单位：${place || '中山市'}社会事务局（盖章）　　　　单位：元`;
  const [upper, lower] = HEADER_ROWS;
  for (const [at, column] of rosterColumns.entries()) {
    sheet.getColumn(at + 1).width = column.width;
    if (column.group === undefined) {
      sheet.getCell(upper, at + 1).value = column.title;
      sheet.mergeCells(upper, at + 1, lower, at + 1);
      continue;
    }
    sheet.getCell(lower, at + 1).value = column.title;
    if (rosterColumns[at - 1]?.group === column.group) continue;
    const width = rosterColumns.filter((other) => other.group === column.group).length;
    sheet.getCell(upper, at + 1).value = column.group;
    sheet.mergeCells(upper, at + 1, upper, at + width);
  }
  for (const row of HEADER_ROWS) {
    for (const at of rosterColumns.keys()) Object.assign(sheet.getCell(row, at + 1), { border, alignment: centre, font: { name: '宋体', size: 10, bold: true } });
  }
}

function writeLines(sheet: ExcelJS.Worksheet, lines: readonly RosterLine[]): void {
  for (const [at, line] of lines.entries()) {
    const row = sheet.getRow(FIRST_LINE_ROW + at);
    for (const [index, column] of rosterColumns.entries()) {
      const cell = row.getCell(index + 1);
      const value = column.key === 'number' ? at + 1 : line.cells[column.key];
      cell.value = value ?? null;
      Object.assign(cell, {
        border,
        alignment: { ...centre, horizontal: column.key === 'address' || column.key === 'incomeSources' ? 'left' : 'center' },
        font: { name: '宋体', size: 10 },
      });
      if (value instanceof Date) cell.numFmt = 'yyyy/m/d';
      else if (typeof value === 'string') cell.numFmt = '@';
      else if (column.key === 'income' || column.key === 'topUp') cell.numFmt = '0.00';
    }
    if (line.hidden) row.hidden = true;
  }
}

/** The household's own cells stand once, merged over its members: how every roster is kept, and hard to read by machine. */
function mergeHouseholds(sheet: ExcelJS.Worksheet, lines: readonly RosterLine[]): void {
  for (let start = 0; start < lines.length;) {
    let end = start;
    while (lines[end + 1]?.household === lines[start]!.household) end += 1;
    if (end > start) {
      for (const [index, column] of rosterColumns.entries()) {
        if (column.perHousehold) sheet.mergeCells(FIRST_LINE_ROW + start, index + 1, FIRST_LINE_ROW + end, index + 1);
      }
    }
    start = end + 1;
  }
}

function writeTotals(sheet: ExcelJS.Worksheet, lines: readonly RosterLine[], households: number): void {
  const number = FIRST_LINE_ROW + lines.length;
  const column = (key: string) => rosterColumns.findIndex((each) => each.key === key) + 1;
  const total = lines.reduce((sum, line) => (line.first ? sum + Math.round(readAmount(line.cells.topUp) * 100) : sum), 0);
  sheet.mergeCells(number, 1, number, 2);
  sheet.getCell(number, 1).value = '合计';
  sheet.getCell(number, 3).value = `${households} 户`;
  sheet.getCell(number, column('persons')).value = lines.length;
  Object.assign(sheet.getCell(number, column('topUp')), { value: total / 100, numFmt: '0.00' });
  for (const at of rosterColumns.keys()) Object.assign(sheet.getCell(number, at + 1), { border, alignment: centre, font: { name: '宋体', size: 10, bold: true } });
}

/** The clerk's own sum counts an amount however it was typed. */
function readAmount(cell: unknown): number {
  if (typeof cell === 'number') return cell;
  return Number(
    String(cell)
      .replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replace(/[^\d.]/g, ''),
  );
}
