import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { mapColumns, type ColumnDeclaration } from './map-columns.ts';
import { openWorkbook } from './open-workbook.ts';
import { sheetRows, type SheetRow } from './sheet-rows.ts';

const declarations: ColumnDeclaration[] = [
  { key: 'headName', title: '户主姓名', synonyms: [], required: false },
  { key: 'name', title: '姓名', synonyms: ['成员姓名'], required: true },
  { key: 'idNumber', title: '身份证号', synonyms: ['身份证号码', '公民身份号码'], required: true },
  { key: 'amount', title: '补差额', synonyms: ['月补差额'], required: true },
  { key: 'bankName', title: '开户行', synonyms: ['开户银行'], required: false },
  { key: 'account', title: '账号', synonyms: ['银行账号'], required: true },
];

async function rowsOf(fill: (sheet: ExcelJS.Worksheet) => void): Promise<SheetRow[]> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('名单'));
  const opened = await openWorkbook(Buffer.from(await book.xlsx.writeBuffer()), '名单.xlsx');
  if (!opened.ok || opened.sheets[0] === undefined) throw new Error('not opened');
  return [...sheetRows(opened, opened.sheets[0])];
}

test('skips the title and reads titles with spaces, units and stars', async () => {
  const rows = await rowsOf((sheet) => {
    sheet.addRow(['某镇最低生活保障对象花名册']);
    sheet.mergeCells('A1:E1');
    sheet.addRow(['填报单位:', null, null, '单位:元']);
    sheet.addRow(['姓  名', '*身份证号码', '补差额\n（元/月）', '账号:', '备注']);
    sheet.addRow(['张三', '442099198001010017', 500, '6228480000000000001', '无']);
  });
  const map = mapColumns(rows, declarations);
  expect(map?.headerRows).toEqual([3]);
  expect(Object.fromEntries(map?.columns ?? [])).toEqual({ name: 1, idNumber: 2, amount: 3, account: 4 });
  expect(map?.unmapped).toEqual([{ column: 5, title: '备注' }]);
  expect(map?.missing).toEqual([]);
});

test('joins a header of two rows, and 户主 over 姓名 is not the member', async () => {
  const rows = await rowsOf((sheet) => {
    sheet.addRow(['花名册']);
    sheet.mergeCells('A1:F1');
    sheet.addRow(['户主', '家庭成员', null, '补差额', '银行', null]);
    sheet.addRow(['姓名', '姓名', '身份证号', null, '开户行', '账号']);
    sheet.mergeCells('B2:C2');
    sheet.mergeCells('D2:D3');
    sheet.mergeCells('E2:F2');
    sheet.addRow(['张三', '张三', '442099198001010017', 500, '农信社', '80020000000000001']);
  });
  const map = mapColumns(rows, declarations);
  expect(map?.headerRows).toEqual([2, 3]);
  expect(Object.fromEntries(map?.columns ?? [])).toEqual({ headName: 1, name: 2, idNumber: 3, amount: 4, bankName: 5, account: 6 });
});

test('tells what is missing and what stands twice; without three known titles there is no header', async () => {
  const rows = await rowsOf((sheet) => sheet.addRow(['姓名', '成员姓名', '身份证号', '补差额']));
  const map = mapColumns(rows, declarations);
  expect(map?.missing.map((declaration) => declaration.title)).toEqual(['账号']);
  expect(map?.twice.map(({ declaration, columns }) => [declaration.title, columns])).toEqual([['姓名', [1, 2]]]);
  expect(mapColumns(await rowsOf((sheet) => sheet.addRow(['姓名', '电话'])), declarations)).toBeUndefined();
});

test('a title merged over two columns is one column', async () => {
  const rows = await rowsOf((sheet) => {
    sheet.addRow(['姓名', null, '身份证号', '补差额', '账号']);
    sheet.mergeCells('A1:B1');
  });
  const map = mapColumns(rows, declarations);
  expect(map?.columns.get('name')).toBe(1);
  expect(map?.twice).toEqual([]);
  expect(map?.unmapped).toEqual([]);
});
