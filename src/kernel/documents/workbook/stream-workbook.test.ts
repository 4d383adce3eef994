import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { openWorkbook } from './open-workbook.ts';
import { streamWorkbook, type CellValue } from './stream-workbook.ts';

const columns = [{ title: '户主' }, { title: '人数', kind: 'number' }, { title: '金额', kind: 'money' }, { title: '日期', kind: 'day' }] as const;
const make = (rows: readonly (readonly CellValue[])[], most?: number): Promise<Buffer> => buffer(Readable.from(streamWorkbook({ name: '名单', head: ['名单', '截至 2014-11-03'], columns, rows }, most)));

async function open(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
}

test('what went in is what a spreadsheet program reads', async () => {
  const bytes = await make([['陈<某>&"\u0007', 3, 123_456, '2014-11-03'], ['=1+1', null, -5, null]]);
  const sheet = (await open(bytes)).getWorksheet('名单');
  expect(sheet?.getCell('A1').value).toBe('名单');
  expect(sheet?.getRow(3).values).toEqual([undefined, '户主', '人数', '金额', '日期']);
  expect(sheet?.getCell('A4').value).toBe('陈<某>&"');
  expect(sheet?.getCell('B4').value).toBe(3);
  expect(sheet?.getCell('C4').value).toBe(1234.56);
  expect(sheet?.getCell('D4').value).toEqual(new Date('2014-11-03'));
  // a text stays a text whatever it begins with
  expect(sheet?.getCell('A5').type).toBe(ExcelJS.ValueType.String);
  expect(sheet?.getCell('A5').value).toBe('=1+1');
  expect(sheet?.getCell('C5').value).toBe(-0.05);
  expect((await openWorkbook(bytes, '名单.xlsx')).ok).toBe(true);
});

test('a list longer than a sheet goes on in the next', async () => {
  const book = await open(await make(Array.from({ length: 7 }, (_unused, at) => [`第${at}户`, at, at, null]), 3));
  expect(book.worksheets.map((sheet) => [sheet.name, sheet.rowCount - 3])).toEqual([['名单', 3], ['名单 2', 3], ['名单 3', 1]]);
});

test('200,000 rows in flat memory, and no row is made before it is taken', async () => {
  let made = 0;
  function* rows(): Generator<readonly CellValue[]> {
    for (; made < 200_000; made += 1) yield [`第 ${made} 户 ${'内容'.repeat(200)}`, made, made * 100, '2014-11-03'];
  }
  const pieces = streamWorkbook({ name: '名单', head: ['名单'], columns, rows: rows() });
  await pieces.next();
  expect(made).toBeLessThan(5_000);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let [highest, bytes] = [0, 0];
  for await (const piece of pieces) {
    bytes += piece.length;
    highest = Math.max(highest, process.memoryUsage().rss - before);
  }
  expect(made).toBe(200_000);
  expect(bytes).toBeGreaterThan(1_000_000);
  // the rows as text are some 250 MB
  expect(highest).toBeLessThan(150 * 1024 * 1024);
}, 60_000);
