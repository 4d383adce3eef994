import { expect, it } from 'vitest';
import type { WorkingStep } from '../../../kernel/contract/rules.ts';
import { fen } from '../../../kernel/values/money.ts';
import { readWorking } from './read-working.ts';
import { daysLeftWords, dayWords, monthWords, peopleWords } from './spoken.ts';

const WORKING: readonly WorkingStep[] = [
  { op: '', label: '低保标准', plain: '每人每月最低数', value: { fen: fen(53_300) }, parameter: 'subsistence-standard', role: 'given' },
  { op: '×', label: '计入人数', plain: '您家算3口人：陈*英、黄*强、黄*欣', value: { count: 3, unit: '人' }, role: 'given' },
  { op: '=', label: '全家应有', plain: '一共应有', value: { fen: fen(159_900) }, role: 'result' },
  { op: '−', label: '做清洁', plain: '陈*英做清洁', value: { fen: fen(62_000) }, role: 'given' },
  { op: '−', label: '养老金', plain: '黄*强的养老金', value: { fen: fen(16_500) }, role: 'given' },
  { op: '', label: '助学金', plain: '助学金 300.00 元，按规定不算收入', value: { text: '不计入' }, role: 'excluded' },
  { op: '=', label: '每月补差', plain: '每月补给您家', value: { fen: fen(81_400) }, role: 'answer' },
];

it('算式变成一列数，不计入的不进这一列，另外说', () => {
  const read = readWorking(WORKING, [{ id: 'subsistence-standard', document: { title: '中山市低保标准', number: null } }]);
  expect(read.rows.map((row) => row.amountFen ?? row.count)).toEqual([53_300, 3, 159_900, 62_000, 16_500, 81_400]);
  expect(read.rows[0]).toMatchObject({ label: '每人每月最低数', sub: '中山市低保标准' });
  expect(read.rows[1]).toMatchObject({ op: '×', label: '您家算3口人', sub: '陈*英、黄*强、黄*欣' });
  expect(read.excluded).toEqual(['助学金 300.00 元，按规定不算收入']);
});

it('一共、自己的、补的对得上才画两段条', () => {
  expect(readWorking(WORKING).shape).toEqual({ standard: 53_300, people: 3, whole: 159_900, own: 78_500, given: 81_400 });
  expect(readWorking(WORKING.filter((step) => step.plain !== '黄*强的养老金')).shape).toBeUndefined();
  expect(readWorking([]).shape).toBeUndefined();
});

it('日子、人数照口头说', () => {
  expect([peopleWords(2), peopleWords(3), peopleWords(12)]).toEqual(['两口人', '三口人', '12口人']);
  expect([dayWords('2014-11-21', '2014-11-03'), dayWords('2015-01-26', '2014-11-03')]).toEqual(['11月21日', '2015年1月26日']);
  expect([daysLeftWords('2014-11-21', '2014-11-19'), daysLeftWords('2014-11-21', '2014-11-21'), daysLeftWords('2014-11-21', '2014-11-22')]).toEqual(['还剩 2 天', '今天是最后一天', '已经结束']);
  expect([monthWords('2014-12', '2014-11-03'), monthWords('2015-01', '2014-11-03')]).toEqual(['12月', '2015年1月']);
});
