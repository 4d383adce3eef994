import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { openWorkbook, type OpenedSheet, type Workbook } from './open-workbook.ts';
import { columnLetters, columnNumber } from './sheet-outline.ts';
import { dayOfSerial, hiddenColumns, sheetRows, type SheetCell } from './sheet-rows.ts';

async function open(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<[Workbook, OpenedSheet]> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('名单'), book);
  const opened = await openWorkbook(Buffer.from(await book.xlsx.writeBuffer()), '名单.xlsx');
  if (!opened.ok) throw new Error(opened.code);
  const sheet = opened.sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  return [opened, sheet];
}

async function cellsOf(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Map<string, SheetCell>> {
  const [workbook, sheet] = await open(fill);
  return new Map([...sheetRows(workbook, sheet)].flatMap((row) => row.cells.map((cell) => [cell.address, cell] as const)));
}

test('tells text, numbers, dates, formulas, links, rich text and errors apart', async () => {
  const cells = await cellsOf((sheet) => {
    sheet.getCell('A1').value = '张三';
    sheet.getCell('B1').value = 533.1;
    sheet.getCell('C1').value = new Date(Date.UTC(1980, 4, 1));
    sheet.getCell('C1').numFmt = 'yyyy"年"m"月"d"日"';
    sheet.getCell('D1').value = { formula: 'B1*2', result: 1066.2 };
    sheet.getCell('E1').value = { formula: 'B1*2' } as ExcelJS.CellFormulaValue;
    sheet.getCell('F1').value = { richText: [{ text: '李' }, { text: '四', font: { bold: true } }] };
    sheet.getCell('G1').value = { text: '王五', hyperlink: 'https://example.cn/' };
    sheet.getCell('H1').value = { error: '#N/A' };
    sheet.getCell('I1').value = 0.1 + 0.2;
    sheet.getCell('J1').value = 42;
    sheet.getCell('J1').numFmt = '000000';
    sheet.getCell('K1').value = true;
  });
  expect(cells.get('A1')).toMatchObject({ kind: 'text', text: '张三' });
  expect(cells.get('B1')).toMatchObject({ kind: 'number', number: 533.1, text: '533.1', longNumber: false });
  expect(cells.get('C1')).toMatchObject({ kind: 'date', date: '1980-05-01' });
  expect(cells.get('D1')).toMatchObject({ kind: 'number', number: 1066.2, formula: true, withoutResult: false });
  expect(cells.get('E1')).toMatchObject({ kind: 'empty', formula: true, withoutResult: true });
  expect(cells.get('F1')?.text).toBe('李四');
  expect(cells.get('G1')?.text).toBe('王五');
  expect(cells.get('H1')).toMatchObject({ kind: 'error', text: '#N/A' });
  expect(cells.get('I1')?.text).toBe('0.3');
  expect(cells.get('J1')?.text).toBe('000042');
  expect(cells.get('K1')?.kind).toBe('boolean');
});

test('a number of 15 digits or more is reported, shorter ones are not', async () => {
  const cells = await cellsOf((sheet) => {
    sheet.getCell('A1').value = Number('442099198001010017');
    sheet.getCell('A2').value = 442099800101001;
    sheet.getCell('A3').value = 44209980010100;
    sheet.getCell('A4').value = '442099198001010017';
  });
  expect(['A1', 'A2', 'A3', 'A4'].map((address) => cells.get(address)?.longNumber)).toEqual([true, true, false, false]);
});

test('a covered cell carries the value of its merge, not what is left under it', async () => {
  const cells = await cellsOf((sheet) => {
    sheet.getCell('A1').value = '合并';
    sheet.getCell('B1').value = 1;
    sheet.getCell('B3').value = 3;
    sheet.mergeCells('A1:A3');
  });
  expect(cells.get('A1')).toMatchObject({ text: '合并', merge: { top: 1, bottom: 3 } });
  expect(cells.get('A3')).toMatchObject({ text: '合并', address: 'A3', coveredBy: { top: 1, left: 1, bottom: 3, right: 1 } });
  expect(cells.get('A3')?.merge).toBeUndefined();
  expect(cells.get('B3')?.coveredBy).toBeUndefined();
});

test('hidden rows and columns are told', async () => {
  const [workbook, sheet] = await open((sheet) => {
    sheet.addRow(['甲', '乙']);
    sheet.addRow(['丙', '丁']).hidden = true;
    sheet.getColumn(2).hidden = true;
  });
  expect([...sheetRows(workbook, sheet)].map((row) => row.hidden)).toEqual([false, true]);
  expect([...hiddenColumns(sheet)]).toEqual([2]);
});

test('days counted from 1904 are the same days', async () => {
  const cells = await cellsOf((sheet, book) => {
    book.properties.date1904 = true;
    sheet.getCell('A1').value = new Date(Date.UTC(2014, 10, 3));
    sheet.getCell('A1').numFmt = 'yyyy-mm-dd';
  });
  expect(cells.get('A1')).toMatchObject({ kind: 'date', date: '2014-11-03' });
});

test('day counts: 1900 has a 29 February in Excel, so the first sixty are refused', () => {
  expect(dayOfSerial(61, false)).toBe('1900-03-01');
  expect(dayOfSerial(60, false)).toBeUndefined();
  expect(dayOfSerial(29342, false)).toBe('1980-05-01');
  expect(dayOfSerial(29342 - 1462, true)).toBe('1980-05-01');
  expect(dayOfSerial(29342.5, false)).toBeUndefined();
  expect(dayOfSerial(2_958_466, false)).toBeUndefined();
});

test('column letters there and back', () => {
  for (const column of [1, 26, 27, 52, 702, 703, 16_384]) expect(columnNumber(columnLetters(column))).toBe(column);
  expect(columnLetters(16_384)).toBe('XFD');
});
