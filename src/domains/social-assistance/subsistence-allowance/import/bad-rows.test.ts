import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { writeBadRows } from './bad-rows.ts';
import { codesOf, headLine, inventedId, memberLine, openBytes, readBytes, TITLES, writeRoster } from './roster-fixture.ts';

async function sheetOf(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const sheet = (await openBytes(bytes)).sheets[0]?.worksheet;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

function textsOf(sheet: ExcelJS.Worksheet, column: number): string[] {
  return Array.from({ length: sheet.rowCount - 2 }, (_unused, index) => sheet.getCell(index + 3, column).text);
}

/** Opens the file as a clerk does, changes cells, and saves it. */
async function edit(bytes: Buffer, change: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const sheet = book.worksheets[0];
  if (sheet !== undefined) change(sheet);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const LAST = TITLES.length + 1;

describe('writeBadRows', () => {
  test('goes round: the bad households come back, are corrected and imported, and nothing is imported twice', async () => {
    const bytes = await writeRoster([
      headLine('1'), memberLine('1'),
      headLine('2'), memberLine('2', { 身份证号: Number(inventedId('20010901', 3)) }),
      headLine('3'),
      headLine('4', { '补差额(元/月)': '若干' }), memberLine('4'),
    ]);
    const first = await readBytes(bytes);
    const bad = await writeBadRows(bytes, first);
    const sheet = await sheetOf(bad);
    expect(sheet.getCell(1, 1).text).toBe('石岐区 2014 年 11 月最低生活保障对象花名册');
    expect(sheet.getCell(2, LAST).text).toBe('哪里不对');
    expect(textsOf(sheet, 1)).toEqual(['2', '2', '4', '4']);
    expect(textsOf(sheet, LAST)).toEqual([
      '这一户共 2 行（第 5-6 行）整户没有导入，因为第 6 行有错；改好后再导入。',
      expect.stringMatching(/^身份证号存成了数字/),
      expect.stringMatching(/^补差额“若干”不是金额/),
      expect.stringMatching(/整户没有导入/),
    ]);
    expect(typeof sheet.getCell(4, 7).value, 'a number that lost its digits must not become a text that looks whole').toBe('number');
    expect(sheet.getCell(4, 7).numFmt).toBe('@');

    const again = await readBytes(bad);
    expect(codesOf(again)).toEqual(['4 id-stored-as-number', '5 amount-not-a-number']);
    const corrected = await edit(bad, (edited) => {
      edited.getCell(4, 7).value = inventedId('20010901', 3);
      edited.getCell(5, 14).value = 620;
    });
    const second = await readBytes(corrected);
    expect(second.errors).toEqual([]);
    expect([...first.households, ...second.households].map((household) => household.key).sort()).toEqual(['1', '2', '3', '4']);
    expect(second.summary.unmappedColumns).toEqual([]);
  });

  test('a second round keeps one column 哪里不对', async () => {
    const bytes = await writeRoster([headLine('1', { 开户银行: null })]);
    const once = await writeBadRows(bytes, await readBytes(bytes));
    const twice = await sheetOf(await writeBadRows(once, await readBytes(once)));
    expect(twice.columnCount).toBe(LAST);
    expect(textsOf(twice, LAST)).toEqual(['“开户银行”没有填。请补上。']);
  });

  test('merges keep to their household, a village merged over many keeps its name, hidden rows are shown, formulas are results', async () => {
    const bytes = await writeRoster(
      [headLine('1'), memberLine('1', { 户编号: null }), headLine('2', { 村居: null, 开户银行: null, '补差额(元/月)': { formula: '500+33', result: 533 } }), memberLine('2', { 户编号: null }), memberLine('2', { 户编号: null, 身份证号: inventedId('20030101', 1) })],
      {
        change: (sheet) => {
          sheet.mergeCells('A3:A4');
          sheet.mergeCells('A5:A7');
          sheet.mergeCells('C3:C7');
          sheet.mergeCells('N5:N7');
          sheet.getRow(6).hidden = true;
          sheet.getCell('A5').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
        },
      },
    );
    const read = await readBytes(bytes);
    expect(codesOf(read)).toEqual(['5 cell-empty', '6 row-hidden']);
    const bad = await writeBadRows(bytes, read);
    const sheet = await sheetOf(bad);
    expect(sheet.getCell('C3').text).toBe('民生社区');
    expect(sheet.getCell('N3').value).toBe(533);
    expect(sheet.getCell('A3').fill).toMatchObject({ fgColor: { argb: 'FFFFFF00' } });
    expect((await openBytes(bad)).sheets[0]?.outline.merges).toContainEqual({ top: 3, left: 1, bottom: 5, right: 1 });
    expect(codesOf(await readBytes(bad))).toEqual(['3 cell-empty']);
    const corrected = await readBytes(await edit(bad, (edited) => (edited.getCell('O3').value = '农商行')));
    expect(corrected.households.map((household) => [household.key, household.members.length, household.division.village])).toEqual([['2', 3, '民生社区']]);
  });

  test('a list that could not be read at all has no bad rows', async () => {
    const bytes = await writeRoster([], { titles: ['甲', '乙'] });
    await expect(writeBadRows(bytes, await readBytes(bytes))).rejects.toThrow(RangeError);
  });
});

test('five thousand people are read whole', async () => {
  const lines = Array.from({ length: 1250 }, (_unused, index) => {
    const year = String(1930 + (index % 80));
    const member = (order: number) => ({ 户编号: null, 身份证号: inventedId(`${year}${String(order).padStart(2, '0')}15`, Math.floor(index / 80) * 4 + order) });
    const others = [2, 3, 4].map((order) => memberLine('1', member(order)));
    return [headLine('1', { ...member(1), 户编号: String(index + 1) }), ...others];
  }).flat();
  const bytes = await writeRoster(lines, {
    change: (sheet) => {
      for (let top = 3; top < 3 + lines.length; top += 4) for (const column of ['A', 'N']) sheet.mergeCellsWithoutStyle(`${column}${top}:${column}${top + 3}`);
    },
  });
  const started = performance.now();
  const read = await readBytes(bytes);
  const milliseconds = performance.now() - started;
  expect(read.errors.slice(0, 3)).toEqual([]);
  expect(read.summary).toMatchObject({ householdsGood: 1250, membersGood: 5000 });
  console.log(`5,000 people read in ${Math.round(milliseconds)} ms`);
}, 30_000);
