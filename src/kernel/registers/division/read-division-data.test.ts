import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listDivisionsOn, readDivisionData, type DivisionRow } from './read-division-data.ts';

const text = readFileSync(join(import.meta.dirname, '../../../../data/divisions/guangdong.csv'), 'utf8');
const rows = readDivisionData(text);
const rowsOf = (code: string) => rows.filter((row) => row.code === code);
const on = (day: string, code: string): DivisionRow | undefined => listDivisionsOn(rowsOf(code), day)[0];

describe('广东省区划数据', () => {
  test('中山市 2014-11-03 恰有 24 个镇区、277 个村居，镇区直接在市下', () => {
    const that = listDivisionsOn(rows, '2014-11-03');
    const towns = that.filter((row) => row.parentCode === '442000');
    const codes = new Set(towns.map((row) => row.code));
    expect(towns.map((row) => row.name).sort()).toEqual(
      [
        '石岐区',
        '东区',
        '西区',
        '南区',
        '五桂山',
        '火炬开发区',
        '小榄镇',
        '黄圃镇',
        '民众镇',
        '东凤镇',
        '东升镇',
        '古镇镇',
        '沙溪镇',
        '坦洲镇',
        '港口镇',
        '三角镇',
        '横栏镇',
        '南头镇',
        '阜沙镇',
        '南朗镇',
        '三乡镇',
        '板芙镇',
        '大涌镇',
        '神湾镇',
      ].sort(),
    );
    expect(that.filter((row) => row.level === 'village' && codes.has(row.parentCode))).toHaveLength(277);
    expect(that.filter((row) => row.level === 'county' && row.parentCode === '442000')).toHaveLength(0);
  });

  test('中山市 2021-07-19 起 23 个镇街：东升并入小榄，民众、南朗改街道，村居随之换代码', () => {
    expect(listDivisionsOn(rows, '2021-07-18').filter((row) => row.parentCode === '442000')).toHaveLength(24);
    expect(listDivisionsOn(rows, '2021-07-19').filter((row) => row.parentCode === '442000')).toHaveLength(23);
    expect(on('2021-07-18', '442000104')).toMatchObject({ name: '东升镇', to: '2021-07-19', successors: ['442000118'] });
    expect(on('2021-07-18', '442000102')).toMatchObject({ name: '民众镇', successors: ['442000007'] });
    expect(on('2021-07-18', '442000113')).toMatchObject({ name: '南朗镇', successors: ['442000008'] });
    const moved = rows.filter((row) => row.parentCode === '442000104');
    expect(moved).toHaveLength(14);
    for (const village of moved) expect(on('2021-07-19', village.successors[0] ?? '')).toMatchObject({ parentCode: '442000118', name: village.name });
  });

  test('广州市的沿革', () => {
    const districts = (day: string) =>
      listDivisionsOn(rows, day)
        .filter((row) => row.parentCode === '440100')
        .map((row) => row.name);
    expect(districts('2000-01-01')).toEqual(expect.arrayContaining(['番禺市', '花都市', '东山区', '芳村区']));
    expect(districts('2005-04-27')).toEqual(expect.arrayContaining(['东山区', '芳村区', '番禺区', '花都区']));
    expect(districts('2005-04-28')).toEqual(expect.arrayContaining(['南沙区', '萝岗区']));
    expect(districts('2014-02-11')).toEqual(expect.arrayContaining(['增城市', '从化市', '萝岗区']));
    expect(districts('2014-02-12').sort()).toEqual(['荔湾区', '越秀区', '海珠区', '天河区', '白云区', '黄埔区', '番禺区', '花都区', '南沙区', '从化区', '增城区'].sort());
    const successor = (code: string) => rowsOf(code)[0]?.successors;
    expect([successor('440183'), successor('440184'), successor('440116'), successor('440107'), successor('440102')]).toEqual([
      ['440118'],
      ['440117'],
      ['440112'],
      ['440103'],
      ['440104'],
    ]);
    expect(listDivisionsOn(rows, '2013-12-31').filter((row) => row.parentCode === '440183').length).toBe(
      listDivisionsOn(rows, '2014-12-31').filter((row) => row.parentCode === '440118').length,
    );
  });

  test('深圳 2016 年以后的新区与各级总数', () => {
    expect(['440309', '440310', '440311'].map((code) => [on('2016-01-01', code)?.name, on('2019-01-01', code)?.name])).toEqual([
      [undefined, '龙华区'],
      [undefined, '坪山区'],
      [undefined, '光明区'],
    ]);
    const count = (day: string) => Object.fromEntries([...Map.groupBy(listDivisionsOn(rows, day), (row) => row.level)].map(([level, found]) => [level, found.length]));
    expect(count('2014-12-31')).toEqual({ province: 1, city: 21, county: 119, town: 1764, village: 26288 });
    expect(count('2023-06-30')).toEqual({ province: 1, city: 21, county: 122, town: 1757, village: 26842 });
  });

  test('没有编造的文号', () => {
    for (const row of rows) expect(row.document).not.toMatch(/[〔[（(]20\d\d[〕\]）)]\s*\d+号/);
  });
});

describe('坏数据不放过', () => {
  const head = 'code,name,level,parent_code,valid_from,valid_to,successor_code,document,certainty';
  const good = [
    '440000,广东省,province,,2000-01-01,,,,standing',
    '442000,中山市,city,440000,2000-01-01,,,,standing',
    '442000104,东升镇,town,442000,2000-01-01,2021-07-19,442000118,,assumed',
    '442000118,小榄镇,town,442000,2021-07-19,,,,sure',
  ];
  const read =
    (...lines: string[]) =>
    () =>
      readDivisionData([head, ...lines, ''].join('\n'));
  test('好的读得', () => expect(read(...good)()).toHaveLength(4));
  test.each([['首行不对', /首行/, ['code']]])('%s', (_title, message, lines) => expect(() => readDivisionData(lines.join('\n'))).toThrow(message));
  test.each([
    ['缺栏', /应有 9 栏/, '442000101,黄圃镇,town,442000'],
    ['位数不符', /位数/, '4420001,黄圃镇,town,442000,2000-01-01,,,,assumed'],
    ['没有这一天', /日期/, '442000101,黄圃镇,town,442000,2000-02-30,,,,assumed'],
    ['止日不晚于起日', /止日/, '442000101,黄圃镇,town,442000,2000-01-01,2000-01-01,,,assumed'],
    ['上级不存在', /不在数据中/, '442000101,黄圃镇,town,442001,2000-01-01,,,,assumed'],
    ['上级级别不对', /级别不对/, '442000101,黄圃镇,town,440000,2000-01-01,,,,assumed'],
    ['超出上级的有效期', /自 2021-07-19 起无上级/, '442000104001,利生社区居民委员会,village,442000104,2000-01-01,,,,assumed'],
    ['两段重叠', /重叠/, '442000104,东升街道,town,442000,2020-01-01,,,,assumed'],
    ['后继不存在', /后继 442000119/, '442000105,古镇镇,town,442000,2000-01-01,2010-01-01,442000119,,assumed'],
    ['后继那天还没有', /后继 442000118 在 2010-01-01/, '442000105,古镇镇,town,442000,2000-01-01,2010-01-01,442000118,,assumed'],
    ['有效却有后继', /仍有效/, '442000105,古镇镇,town,442000,2000-01-01,,442000118,,assumed'],
  ])('%s', (_title, message, line) => expect(read(...good, line)).toThrow(message));
});
