import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkbook } from '../../src/kernel/documents/workbook/open-workbook.ts';
import { mapColumns } from '../../src/kernel/documents/workbook/map-columns.ts';
import { sheetRows } from '../../src/kernel/documents/workbook/sheet-rows.ts';
import { listDivisionsOn, readDivisionData } from '../../src/kernel/registers/division/read-division-data.ts';
import { checkIdCardNumber } from '../../src/kernel/values/id-card-number.ts';
import { DEMO_SEED, generatePopulation } from '../population/generate-population.ts';
import { FIRST_LINE_ROW, makeRosterWorkbook } from './make-roster.ts';
import { plantErrors } from './plant-errors.ts';
import { listRosterLines, rosterColumns, topUpFen } from './roster-lines.ts';

const divisions = listDivisionsOn(readDivisionData(readFileSync(join(import.meta.dirname, '../../data/divisions/guangdong.csv'), 'utf8')), '2014-10-31');
const households = generatePopulation({ seed: DEMO_SEED, divisions })
  .filter((household) => household.village.startsWith('442000001'))
  .slice(0, 60);
const persons = households.flatMap((household) => household.members).length;
const at = (key: string) => rosterColumns.findIndex((column) => column.key === key) + 1;

async function read(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook.worksheets[0]!;
}

describe('干净的花名册', () => {
  let sheet: ExcelJS.Worksheet;
  beforeAll(async () => {
    sheet = await read(await makeRosterWorkbook(households));
  });

  test('合并的标题、两行合并表头、一人一行、末行合计', () => {
    expect(sheet.getCell('A1').value).toBe('中山市石岐区2014年10月最低生活保障花名册');
    expect(sheet.getCell(1, rosterColumns.length).isMerged).toBe(true);
    expect([sheet.getCell(3, at('name')).value, sheet.getCell(4, at('name')).value, sheet.getCell(4, at('householdNumber')).master.value]).toEqual([
      '家庭成员',
      '姓名',
      '户编号',
    ]);
    expect(sheet.rowCount).toBe(FIRST_LINE_ROW + persons);
    const total = sheet.getRow(FIRST_LINE_ROW + persons);
    expect([total.getCell(1).value, total.getCell(3).value, total.getCell(at('persons')).value]).toEqual(['合计', `${households.length} 户`, persons]);
    expect(total.getCell(at('topUp')).value).toBe(households.reduce((sum, household) => sum + topUpFen(household, 53_300), 0) / 100);
  });

  test('每户恰有一个户主，户的栏目合并到全户各行；身份证号码和账号是文本', () => {
    let row = FIRST_LINE_ROW;
    for (const household of households) {
      const relations = household.members.map((_, index) => sheet.getCell(row + index, at('relation')).value);
      expect(relations.filter((relation) => relation === '户主')).toHaveLength(1);
      for (const [index, member] of household.members.entries()) {
        expect(sheet.getCell(row + index, at('idNumber')).value).toBe(member.idNumber);
        expect(sheet.getCell(row + index, at('account')).master.address).toBe(sheet.getCell(row, at('account')).address);
      }
      expect(sheet.getCell(row, at('account')).value).toBe(household.account.number);
      row += household.members.length;
    }
  });

  test('平台的表格读取器认得表头', async () => {
    const opened = await openWorkbook(await makeRosterWorkbook(households), '花名册.xlsx');
    if (!('sheets' in opened)) throw new Error(JSON.stringify(opened));
    const rows = [...sheetRows(opened, opened.sheets[0]!)];
    const map = mapColumns(
      rows,
      rosterColumns.map((column) => ({ key: column.key, title: column.title, synonyms: [], required: true })),
    );
    expect(map).toMatchObject({ headerRows: [3, 4], missing: [], unmapped: [], twice: [] });
    expect([...map!.columns].map(([key, column]) => [key, column])).toEqual(rosterColumns.map((column, index) => [column.key, index + 1]));
  });
});

describe('带错的花名册', () => {
  const clean = listRosterLines(households, 53_300);
  const { lines, planted } = plantErrors(clean);
  const find = (kind: string) => {
    const plant = planted.find((each) => each.kind === kind)!;
    return lines.find((line) => line.household === plant.household && line.cells.name === plant.name)!;
  };

  test('每种错恰好一处，各在一户，第一户不动', () => {
    expect(planted.map((each) => each.kind).sort()).toEqual([
      'amount-full-width',
      'amount-text',
      'date-cell',
      'date-dotted',
      'date-serial',
      'hidden-rows',
      'id-as-number',
      'id-check-digit',
      'id-fifteen-digits',
      'id-full-width',
      'no-head',
      'person-twice',
      'rare-character',
      'spaced-name',
    ]);
    expect(new Set(planted.map((each) => each.household)).size).toBe(planted.length);
    expect(planted.map((each) => each.household)).not.toContain(households[0]!.key);
    expect(() => plantErrors(clean.slice(0, 5))).toThrow(RangeError);
  });

  test('错是真的错', () => {
    expect(find('id-as-number').cells.idNumber).toBeTypeOf('number');
    const refusal = (kind: string) => {
      const result = checkIdCardNumber(String(find(kind).cells.idNumber), { demo: true });
      return result.ok ? result.note?.code : result.code;
    };
    expect([refusal('id-fifteen-digits'), refusal('id-check-digit'), refusal('id-full-width')]).toEqual(['id.fifteen-digits', 'id.check-digit', 'id.full-width']);
    expect(find('date-serial').cells.birthDate).toBeTypeOf('number');
    expect(find('date-dotted').cells.birthDate).toMatch(/^\d{4}\.\d{1,2}\.\d{1,2}$/);
    expect(find('amount-text').cells.topUp).toMatch(/元$/);
    expect([...String(find('rare-character').cells.name)]).toContain('𠮷');
    const orphaned = lines.filter((line) => line.household === find('no-head').household);
    expect(orphaned.map((line) => line.cells.relation)).not.toContain('户主');
    const twice = find('person-twice');
    expect(new Set(lines.filter((line) => line.cells.idNumber === twice.cells.idNumber).map((line) => line.household)).size).toBe(2);
  });

  test('写进文件后仍在：数值的号码、无格式的日期序号、日期单元格、隐藏行', async () => {
    const sheet = await read(await makeRosterWorkbook(households, { errors: true }));
    const rowOf = (kind: string) => FIRST_LINE_ROW + lines.indexOf(find(kind));
    expect(sheet.getCell(rowOf('id-as-number'), at('idNumber')).type).toBe(ExcelJS.ValueType.Number);
    expect(sheet.getCell(rowOf('date-serial'), at('birthDate')).type).toBe(ExcelJS.ValueType.Number);
    expect(sheet.getCell(rowOf('date-cell'), at('birthDate')).type).toBe(ExcelJS.ValueType.Date);
    expect(sheet.getRow(rowOf('hidden-rows')).hidden).toBe(true);
    expect(sheet.getRow(FIRST_LINE_ROW).hidden).toBe(false);
  });
});
