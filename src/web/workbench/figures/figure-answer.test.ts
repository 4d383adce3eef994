import { expect, it } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { numberText, periodWords, requestOf, roundText, yearTo } from './figure-answer.ts';

it('时点数问一天，时期数问从年初到那一天，止日不含', () => {
  const period = yearTo('2014-11-03');
  expect(requestOf({ id: 'a', kind: 'stock' }, period)).toEqual({ id: 'a', day: '2014-11-03' });
  expect(requestOf({ id: 'b', kind: 'flow' }, period)).toEqual({ id: 'b', from: '2014-01-01', to: '2014-11-04' });
  expect(requestOf({ id: 'a', kind: 'stock' }, { ...period, knownOn: plainDate('2014-10-31') })).toEqual({ id: 'a', day: '2014-11-03', knownOn: '2014-10-31' });
  expect(periodWords('flow', period)).toBe('2014年1月1日至11月3日');
  expect(periodWords('flow', { from: plainDate('2013-12-01'), last: plainDate('2014-01-31') })).toBe('2013年12月1日至2014年1月31日');
});

it('数的写法：户人不带小数，元两位，过百万写万元', () => {
  expect(numberText(4880, '户')).toBe('4,880');
  expect(numberText(345.1, '元/人·月')).toBe('345.10');
  expect(roundText(39531070, '元')).toBe('3,953.11 万元');
  expect(roundText(999, '元')).toBe('999.00 元');
  expect(numberText(null, '户')).toBe('无');
});
