import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import type { RecordSeen } from '../../../kernel/contract/register.ts';
import { socialWorkerJuror } from './juror.ts';

const ask = (id: string, seen: Partial<RecordSeen>): string | undefined => {
  const rule = socialWorkerJuror.checks?.find((one) => one.id === id);
  if (typeof rule?.test !== 'function') throw new Error(id);
  return rule.test({ values: {}, totals: {}, alongside: [], state: 'serving', today: plainDate('2014-11-03'), ...seen });
};

test('任期过了还写着任职，提出来；届满的不再提', () => {
  expect(ask('term-over', { values: { termEnd: '2014-11-02' } })).toContain('2014-11-02');
  expect(ask('term-over', { values: { termEnd: '2014-11-03' } })).toBeUndefined();
  expect(ask('term-over', { values: { termEnd: '2014-11-02' }, state: 'expired' })).toBeUndefined();
});

test('同一个人的两个任期不重叠，前一任届满第二天起可以再任', () => {
  const first = { record: 1, state: 'serving', values: { termStart: '2014-05-06', termEnd: '2019-05-05' } };
  const second = (termStart: string, state = 'serving') => ask('one-term-at-a-time', { values: { termStart, termEnd: '2024-05-05' }, alongside: [{ ...first, state }] });
  expect(second('2019-05-05')).toContain('2019-05-05');
  expect(second('2019-05-06')).toBeUndefined();
  expect(second('2016-01-01', 'removed')).toBeUndefined();
});

test('没有任命、不在任期内，不登记陪审', () => {
  const on = (day: string) => ask('sat-while-serving', { entry: { of: 'trials', values: { day } }, values: { termStart: '2014-05-06', termEnd: '2019-05-05' } });
  expect(on('2014-05-05')).toBeDefined();
  expect(on('2019-05-06')).toBeDefined();
  expect(on('2014-05-06')).toBeUndefined();
  const entry = { of: 'trials', values: { caseKind: 'family' } };
  expect(ask('sat-while-serving', { entry, state: 'nominated' })).toBeDefined();
  expect(ask('sat-while-serving', { entry })).toBeUndefined();
});
