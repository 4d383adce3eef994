import { expect, test } from 'vitest';
import type { Parameter, ParameterValue } from '../contract/parameter.ts';
import { plainDate } from '../values/plain-date.ts';
import { GapMet, makeAsOf } from './as-of.ts';
import { divisionPath, searchPath } from './division-path.ts';
import { formatDocument, formatReading } from './format-reading.ts';
import { makeParameterBook } from './parameter-book.ts';

const day = plainDate;
const standard: Parameter = { id: 'standard', title: '低保标准', unit: '元/人·月', kind: 'money', byHukouKind: true };
const support: Parameter = { id: 'support', title: '特困基本生活标准', unit: '元/人·月', kind: 'money', byHukouKind: true };
const window: Parameter = { id: 'window', title: '收入核算期', unit: '个月', kind: 'months' };
const parameters = [standard, support, window];
const document = { title: '关于调整标准的通知', number: null };
const value = (fields: Partial<ParameterValue> & Record<string, unknown>): ParameterValue =>
  ({ is: 'value', parameter: 'standard', division: '442000', from: day('2014-01-01'), to: day('2015-01-01'), value: 53300, document, ...fields }) as ParameterValue;
const zhongshan = divisionPath('442000001');

test('地区代码的上级路径；没有区县的市，镇区直接在市下面', () => {
  expect(divisionPath('442000001')).toEqual(['442000001', '442000', '44']);
  expect(divisionPath('440113')).toEqual(['440113', '440100', '44']);
  expect(divisionPath('440113001002')).toEqual(['440113001002', '440113001', '440113', '440100', '44']);
  expect(divisionPath('440000')).toEqual(['44']);
  expect(searchPath(['442000000000', '440000'])).toEqual(['442000', '44', '00']);
  expect(() => divisionPath('44200')).toThrow(RangeError);
});

test('最具体的地区先用；期满的不用', () => {
  const book = makeParameterBook(parameters, [value({ division: '44', value: 40000 }), value({})]);
  expect(book.find('standard', zhongshan, day('2014-12-31'))).toMatchObject({ value: 53300 });
  expect(book.find('standard', divisionPath('440100'), day('2014-06-01'))).toMatchObject({ value: 40000 });
  expect(book.find('standard', zhongshan, day('2015-01-01'))).toBeUndefined();
});

test('本户口类别的数先于不分类别的数；问城镇时农村的数不算', () => {
  const book = makeParameterBook(parameters, [value({}), value({ hukouKind: 'rural', value: 50000 })]);
  const read = (kind?: 'urban' | 'rural') => book.find('standard', zhongshan, day('2014-06-01'), kind);
  expect(read('rural')).toMatchObject({ value: 50000 });
  expect(read('urban')).toMatchObject({ value: 53300 });
  expect(read()).toMatchObject({ value: 53300 });
});

test('推算的值：1,282 元 × 1.6 = 2,051.2，进到元是 2,052', () => {
  const derived = value({ is: 'derived', parameter: 'support', base: 'standard', ratio: '1.6', rounding: { to: 'yuan', mode: 'up' } });
  const book = makeParameterBook(parameters, [value({ value: 128200 }), derived]);
  const answer = book.read('support', zhongshan, day('2014-06-01'));
  expect(answer).toMatchObject({ is: 'value', reading: { value: 205200, derivedFrom: { ratio: '1.6', base: { value: 128200 } } } });
});

test('没有数、声明缺数、推算的基数缺数，都是缺口而不是零', () => {
  const gap = value({ is: 'gap', parameter: 'window', reason: '国家只说“规定期限内”' });
  const derived = value({ is: 'derived', parameter: 'support', base: 'standard', ratio: '1.6', rounding: { to: 'yuan', mode: 'up' } });
  const book = makeParameterBook(parameters, [gap, derived]);
  expect(book.read('window', zhongshan, day('2014-06-01'))).toMatchObject({ is: 'gap', reason: '国家只说“规定期限内”' });
  expect(book.read('standard', zhongshan, day('2014-06-01'))).toMatchObject({ is: 'gap', id: 'standard' });
  expect(book.read('support', zhongshan, day('2014-06-01'))).toMatchObject({ is: 'gap', id: 'standard' });
});

test('演示值只补缺口，盖不住真的数；不是演示城市就看不见', () => {
  const gap = value({ is: 'gap', parameter: 'window', division: '00', reason: '未见' });
  const demo = value({ parameter: 'window', value: 6, demo: true });
  const asked = ['window', zhongshan, day('2014-06-01')] as const;
  expect(makeParameterBook(parameters, [gap, demo]).read(...asked)).toMatchObject({ is: 'gap' });
  expect(makeParameterBook(parameters, [gap, demo], { demo: true }).read(...asked)).toMatchObject({ reading: { value: 6, demo: true } });
  const real = value({ parameter: 'window', division: '44', value: 12 });
  expect(makeParameterBook(parameters, [real, demo], { demo: true }).read(...asked)).toMatchObject({ reading: { value: 12, demo: false } });
});

test.each([
  ['两个数的期间重叠', [value({}), value({ from: day('2014-12-31'), to: null })], /同一天有两个数/],
  ['没有声明的参数', [value({ parameter: 'other' })], /没有声明/],
  ['金额不是整数分', [value({ value: 0.5 })], /不合种类 money/],
  ['期间是空的', [value({ to: day('2014-01-01') })], /期间是空的/],
  ['不分城乡的参数分了城乡', [value({ parameter: 'window', value: 6, hukouKind: 'urban' })], /不分城乡/],
])('建册时拒绝：%s', (_, values, sentence) => {
  expect(() => makeParameterBook(parameters, values)).toThrow(sentence);
});

test('两个数只首尾相接，不算重叠', () => {
  expect(() => makeParameterBook(parameters, [value({}), value({ from: day('2015-01-01'), to: null })])).not.toThrow();
});

test('规则读到的每个数都记下来；读不到时说缺哪一个', () => {
  const asOf = makeAsOf(makeParameterBook(parameters, [value({})]), { day: day('2014-11-26'), divisions: zhongshan });
  expect(asOf.money('standard', 'urban')).toBe(53300);
  asOf.money('standard', 'urban');
  expect(asOf.listReadings().map((reading) => reading.id)).toEqual(['standard']);
  expect(() => asOf.count('window')).toThrow(GapMet);
  expect(() => asOf.count('standard')).toThrow(/种类/);
});

test('一个数和它的出处怎么写', () => {
  const asOf = makeAsOf(makeParameterBook(parameters, [value({})]), { day: day('2014-11-26'), divisions: zhongshan });
  asOf.money('standard');
  const [reading] = asOf.listReadings();
  expect(reading && formatReading(reading, () => '中山市')).toBe('533.00 元/人·月，中山市，2014-01-01起');
  expect(formatDocument(document)).toBe('《关于调整标准的通知》文号未录入');
});
