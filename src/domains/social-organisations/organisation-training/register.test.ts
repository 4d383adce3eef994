import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { organisationTraining } from './register.ts';
import { enrolledFirst, sessionInYear, withinPlaces } from './sessions.ts';

test('没有到课的不发证书', () => {
  const rule = organisationTraining.checks?.find((one) => one.id === 'certificate-for-who-came');
  if (typeof rule?.test !== 'function') throw new Error('certificate-for-who-came');
  const seen = { values: {}, totals: {}, alongside: [], state: 'held', today: plainDate('2014-11-03') };
  expect(rule.test({ ...seen, entry: { of: 'attendance', values: { came: false, certificate: '1' } } })).toBeDefined();
  expect(rule.test({ ...seen, entry: { of: 'attendance', values: { came: true, certificate: '1' } } })).toBeUndefined();
  expect(rule.test({ ...seen, entry: { of: 'attendance', values: { came: false } } })).toBeUndefined();
});

test('签到在培训期间', () => {
  const rule = organisationTraining.checks?.find((one) => one.id === 'came-on-a-day-of-it');
  if (typeof rule?.test !== 'function') throw new Error('came-on-a-day-of-it');
  const { test: came } = rule;
  const on = (day: string): string | undefined => came({ values: { startsOn: '2014-05-20', endsOn: '2014-05-22' }, totals: {}, alongside: [], state: 'held', today: plainDate('2014-11-03'), entry: { of: 'attendance', values: { day } } });
  expect(on('2014-05-19')).toBeDefined();
  expect(on('2014-05-23')).toBeDefined();
  expect(on('2014-05-22')).toBeUndefined();
});

test('开班在本年度；报了名的单位才签到；到课多于报名说出来，一个人来两天算一个', () => {
  expect(sessionInYear({ values: { startsOn: '2015-01-08', year: 2014 } })).toBeDefined();
  expect(sessionInYear({ values: { startsOn: '2014-12-31', year: 2014 } })).toBeUndefined();
  const enrolment = [{ organisation: 7, places: 1 }];
  expect(enrolledFirst({ entry: { of: 'attendance', values: { organisation: 8 } }, entries: { enrolment } })).toBeDefined();
  expect(enrolledFirst({ entry: { of: 'attendance', values: { organisation: 7 } }, entries: { enrolment } })).toBeUndefined();
  expect(enrolledFirst({ entry: { of: 'attendance', values: {} }, entries: { enrolment } })).toBeUndefined();
  const came = (person: number) => ({ organisation: 7, came: true, person });
  expect(withinPlaces({ entries: { enrolment, attendance: [came(1), came(1)] } })).toBeUndefined();
  expect(withinPlaces({ entries: { enrolment, attendance: [came(1), came(2)] } })).toContain('1 个单位');
});
