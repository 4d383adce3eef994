import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { communityStation } from './register.ts';

const ask = (id: string, values: Record<string, unknown>, entry?: Record<string, unknown>): string | undefined => {
  const rule = communityStation.checks?.find((one) => one.id === id);
  if (typeof rule?.test !== 'function') throw new Error(id);
  return rule.test({ values, totals: {}, alongside: [], state: 'working', today: plainDate('2014-11-03'), ...(entry ? { entry: { of: 'committees-served', values: entry } } : {}) });
};

test('一站多居是两个以上居委会，一站一居是一个', () => {
  expect(ask('mode-as-number', { mode: 'several-committees', committees: 1 })).toBeDefined();
  expect(ask('mode-as-number', { mode: 'one-committee', committees: 2 })).toBeDefined();
  expect(ask('mode-as-number', { mode: 'several-committees', committees: 2 })).toBeUndefined();
  expect(ask('mode-as-number', { mode: 'one-committee', committees: 1 })).toBeUndefined();
});

test('划出的居委会写日期，还在服务的不写', () => {
  expect(ask('left-with-day', {}, { serving: false })).toBeDefined();
  expect(ask('left-with-day', {}, { serving: true, leftOn: '2014-05-01' })).toBeDefined();
  expect(ask('left-with-day', {}, { serving: false, leftOn: '2014-05-01' })).toBeUndefined();
  expect(ask('left-with-day', {}, { serving: true })).toBeUndefined();
});
