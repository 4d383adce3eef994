import ExcelJS from 'exceljs';
import { openWorkbook, type Workbook } from '../../../../kernel/documents/workbook/open-workbook.ts';
import { idCardCheckDigit } from '../../../../kernel/values/id-card-number.ts';
import { plainDate } from '../../../../kernel/values/plain-date.ts';
import { readRoster, type ReadRoster, type ReadRosterOptions } from './read-roster.ts';

/** The number of an invented person: county part 99 was never allotted. Odd sequence numbers are men. */
export function inventedId(born: string, sequence: number): string {
  const first17 = `442099${born}${String(sequence).padStart(3, '0')}`;
  return first17 + idCardCheckDigit(first17);
}

/** What tests put into a cell, by the title of its column. */
export type LineValues = Readonly<Record<string, ExcelJS.CellValue>>;

export const TITLES = [
  '户编号', '镇街', '村居', '家庭住址', '户口性质', '姓名', '身份证号', '与户主关系', '性别', '出生日期', '人员类别', '残疾等级', '在校情况',
  '补差额(元/月)', '开户银行', '银行账号', '户名', '起保时间',
] as const;

/** The column of a title, from 1. */
export function at(title: (typeof TITLES)[number]): number {
  return TITLES.indexOf(title) + 1;
}

/** A head's line with everything in order; the household's own values stand on it. */
export function headLine(householdNo: string, values: LineValues = {}): LineValues {
  return {
    户编号: householdNo, 镇街: '石岐区', 村居: '民生社区', 家庭住址: '民生路 1 号', 户口性质: '城镇', 姓名: '陈大文', 身份证号: inventedId('19620315', Number(householdNo) * 2 - 1),
    与户主关系: '户主', '补差额(元/月)': 533, 开户银行: '中山农村商业银行', 银行账号: `8002000001234${5677 + Number(householdNo)}`, 户名: '陈大文', 起保时间: '2014-01', ...values,
  };
}

export function memberLine(householdNo: string, values: LineValues = {}): LineValues {
  return { 户编号: householdNo, 姓名: '陈小明', 身份证号: inventedId('20010901', Number(householdNo) * 2 - 1), 与户主关系: '子', ...values };
}

export interface SheetOptions {
  readonly titles?: readonly string[];
  readonly change?: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void;
}

/** A list with a title in row 1, the header in row 2 and the lines from row 3. */
export async function writeRoster(lines: readonly LineValues[], options: SheetOptions = {}): Promise<Buffer> {
  const titles = options.titles ?? TITLES;
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('低保花名册');
  sheet.addRow(['石岐区 2014 年 11 月最低生活保障对象花名册']);
  sheet.mergeCells(1, 1, 1, titles.length);
  sheet.addRow([...titles]);
  for (const line of lines) sheet.addRow(titles.map((title) => line[title] ?? null));
  options.change?.(sheet, book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

export async function openBytes(bytes: Buffer): Promise<Workbook> {
  const opened = await openWorkbook(bytes, '花名册.xlsx');
  if (!opened.ok) throw new Error(opened.code);
  return opened;
}

export async function readBytes(bytes: Buffer, options: Partial<ReadRosterOptions> = {}): Promise<ReadRoster> {
  return readRoster(await openBytes(bytes), { demo: true, today: plainDate('2014-11-03'), ...options });
}

export async function readLines(lines: readonly LineValues[], options: SheetOptions = {}, reading: Partial<ReadRosterOptions> = {}): Promise<ReadRoster> {
  return readBytes(await writeRoster(lines, options), reading);
}

/** `行 码` of all errors but the closing one of each household. */
export function codesOf(read: ReadRoster): string[] {
  return read.errors.filter((error) => error.code !== 'roster.household-not-imported').map((error) => `${error.row} ${error.code.slice('roster.'.length)}`);
}
