import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { daysAway, within } from './days-away.ts';
import { supportMission } from './mission.ts';

test('头尾都算：8月15日到9月3日是20天', () => {
  expect(daysAway('2014-08-15', '2014-09-03')).toBe(20);
  expect(daysAway('2014-08-15', '2014-08-15')).toBe(1);
  expect(daysAway('2014-08-15', undefined)).toBeUndefined();
});

test('天数与日期不符、返回早于出发，都不能写', () => {
  const rule = supportMission.checks?.find((one) => one.id === 'days-first-and-last');
  if (typeof rule?.test !== 'function') throw new Error('days-first-and-last');
  const seen = { totals: {}, alongside: [], state: 'returned', today: plainDate('2014-11-03') };
  expect(rule.test({ ...seen, values: { startsOn: '2014-08-15', endsOn: '2014-09-03', days: 19 } })).toContain('20');
  expect(rule.test({ ...seen, values: { startsOn: '2014-08-15', endsOn: '2014-08-14', days: 1 } })).toBeDefined();
  expect(rule.test({ ...seen, values: { startsOn: '2014-08-15', endsOn: '2014-09-03', days: 20 } })).toBeUndefined();
  expect(rule.test({ ...seen, values: { startsOn: '2014-08-15' } })).toBeUndefined();
});

test('日志的日期在出发和返回之间，头尾都算', () => {
  expect(within('2014-08-14', '2014-08-15', '2014-09-03')).toBe(false);
  expect(within('2014-09-04', '2014-08-15', '2014-09-03')).toBe(false);
  expect(within('2014-09-03', '2014-08-15', '2014-09-03')).toBe(true);
  expect(within('2014-12-01', '2014-08-15', undefined)).toBe(true);
});
