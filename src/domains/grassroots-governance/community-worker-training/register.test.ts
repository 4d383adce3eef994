import { describe, expect, test } from 'vitest';
import type { Values } from '../../../kernel/contract/register.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { cameIsEnrolled, hoursWithinClass, townHasPlace } from './places.ts';
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

describe('名额、报名、到课', () => {
  const quota = (town: string, places: number): Values => ({ day: '2014-05-01', town, places });
  const enrolled = (town: string, person: number): Values => ({ day: '2014-05-02', person, town });
  const entries = { quotas: [quota('442000001', 2)], enrolment: [enrolled('442000001', 1), enrolled('442000001', 2), enrolled('442000001', 3)] };

  test('名额满了、没有名额，报不上；没有分名额的班不问；名额不能改到报名以下', () => {
    expect(townHasPlace({ entry: { of: 'enrolment', values: { town: '442000001' } }, entries })).toContain('名额是 2 人');
    expect(townHasPlace({ entry: { of: 'enrolment', values: { town: '442000001' } }, entries: { ...entries, quotas: [quota('442000001', 3)] } })).toBeUndefined();
    expect(townHasPlace({ entry: { of: 'enrolment', values: { town: '442000002' } }, entries: { ...entries, enrolment: [enrolled('442000002', 9)] } })).toContain('没有分到名额');
    expect(townHasPlace({ entry: { of: 'enrolment', values: { town: '442000001' } }, entries: { ...entries, quotas: [] } })).toBeUndefined();
    expect(townHasPlace({ entry: { of: 'quotas', values: { town: '442000001' } }, entries })).toContain('不能少于 3 人');
  });
  test('到课的要报过名', () => {
    expect(cameIsEnrolled({ entry: { of: 'attendance', values: {}, person: 4 }, entries })).toContain('没有报名');
    expect(cameIsEnrolled({ entry: { of: 'attendance', values: {}, person: 3 }, entries })).toBeUndefined();
  });
  test('没有到课不记学时，也不多于班的学时', () => {
    const of = (values: Record<string, unknown>): string | undefined => hoursWithinClass({ values: { hours: '14' }, entry: { of: 'attendance', values } });
    expect([of({ came: false, creditHours: '1' }), of({ came: true, creditHours: '14.5' }), of({ came: true, creditHours: '14' }), of({ came: false, creditHours: '0' })].map((one) => one === undefined)).toEqual([false, false, true, true]);
  });
});
