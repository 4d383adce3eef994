import { expect, test } from 'vitest';
import type { RecordSeen } from '../../../kernel/contract/register.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { administrativeMap } from './register.ts';

const ask = (id: string, seen: Partial<RecordSeen>): string | undefined => {
  const rule = administrativeMap.checks?.find((check) => check.id === id)?.test;
  if (typeof rule !== 'function') throw new Error(`no rule ${id}`);
  return rule({ values: {}, totals: {}, alongside: [], state: 'published', today: plainDate('2014-11-03'), ...seen });
};

const before = { record: 1, state: 'published', values: { edition: 2, asOf: '2013-12-31' } };

test('版次紧接，截止日往后', () => {
  expect(ask('edition-follows', { values: { edition: 4 }, alongside: [before] })).toContain('第3版');
  expect(ask('edition-follows', { values: { edition: 1 } })).toBeUndefined();
  expect(ask('later-than-last', { values: { edition: 3, asOf: '2013-12-31' }, alongside: [before] })).toContain('第2版的区划截止日是 2013-12-31，这一版要晚于它');
  expect(ask('later-than-last', { values: { edition: 3, asOf: '2014-01-01' }, alongside: [before] })).toBeUndefined();
  expect(ask('later-than-last', { values: { edition: 1, asOf: '2014-01-01' }, alongside: [before] })).toContain('早于');
  expect(ask('newer-published', { values: { edition: 1 }, alongside: [before] })).toContain('旧版');
  expect(ask('newer-published', { values: { edition: 3 }, alongside: [before] })).toBeUndefined();
});

test('截止、审核、出版先后有序，缺的不管', () => {
  expect(ask('days-in-order', { values: { asOf: '2013-12-31', publishedOn: '2013-11-01' } })).toContain('出版日期早于区划截止日');
  expect(ask('days-in-order', { values: { asOf: '2013-12-31', reviewedOn: '2014-03-01', publishedOn: '2014-03-01' } })).toBeUndefined();
});

test('界线和地名都审过、错漏改完、差别列了才出版', () => {
  expect(ask('proofread', { totals: { boundaryProofs: 1, nameProofs: 0, unfixed: 0 } })).toBe('还没有审校地名注记，不能出版。');
  expect(ask('proofread', { totals: { boundaryProofs: 1, nameProofs: 1, unfixed: 2 } })).toContain('没有改完');
  expect(ask('proofread', { totals: { boundaryProofs: 1, nameProofs: 1, unfixed: 0 } })).toBeUndefined();
  expect(ask('differences-listed', { values: { edition: 3 }, alongside: [before] })).toContain('没有差别');
  expect(ask('differences-listed', { values: { edition: 1 } })).toBeUndefined();
});
