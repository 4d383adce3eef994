import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { communityWorkerTraining } from './register.ts';

const ask = (values: Record<string, unknown>, entry: Record<string, unknown>): string | undefined => {
  const rule = communityWorkerTraining.checks?.find((one) => one.id === 'certificate-passed');
  if (typeof rule?.test !== 'function') throw new Error('certificate-passed');
  return rule.test({ values, totals: {}, alongside: [], state: 'held', today: plainDate('2014-11-03'), entry: { of: 'attendance', values: entry } });
};

test('到了合格分才有证书；没有合格分的班不问', () => {
  expect(ask({ passMark: '60' }, { certificate: 'A1', score: '59.5' })).toBeDefined();
  expect(ask({ passMark: '60' }, { certificate: 'A1' })).toBeDefined();
  expect(ask({ passMark: '60' }, { certificate: 'A1', score: '60' })).toBeUndefined();
  expect(ask({ passMark: '60' }, { score: '40' })).toBeUndefined();
  expect(ask({}, { certificate: 'A1' })).toBeUndefined();
});

test('签到在培训期间', () => {
  const rule = communityWorkerTraining.checks?.find((one) => one.id === 'came-on-a-day-of-it');
  if (typeof rule?.test !== 'function') throw new Error('came-on-a-day-of-it');
  const { test: came } = rule;
  const on = (day: string): string | undefined => came({ values: { startsOn: '2014-05-20', endsOn: '2014-05-22' }, totals: {}, alongside: [], state: 'held', today: plainDate('2014-11-03'), entry: { of: 'attendance', values: { day } } });
  expect(on('2014-05-19')).toBeDefined();
  expect(on('2014-05-23')).toBeDefined();
  expect(on('2014-05-22')).toBeUndefined();
});
