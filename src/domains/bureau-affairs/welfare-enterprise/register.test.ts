import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { disabledWithinStaff, ratioKept } from './register.ts';
import { belowRatio } from './staff-ratio.ts';

test('25% is 25%, ten are ten, and only while the rule was in force', () => {
  expect(belowRatio('2014-09-30', 40, 10)).toBeUndefined();
  expect(belowRatio('2014-09-30', 41, 10)).toContain('24.4%');
  expect(belowRatio('2014-09-30', 20, 9)).toContain('不到10人');
  expect(belowRatio('2007-06-30', 41, 10)).toBeUndefined();
  expect(belowRatio('2016-10-09', 41, 10)).toContain('不到25%');
  expect(belowRatio('2016-10-10', 41, 10)).toBeUndefined();
});

const today = plainDate('2014-11-03');

test('the last count is what is held against the rule', () => {
  expect(ratioKept({ totals: { countedOn: '2014-09-30', staffLast: 60, disabledLast: 14 }, state: 'running', today })).toContain('23.3%');
  expect(ratioKept({ totals: { countedOn: '2014-09-30', staffLast: 60, disabledLast: 14 }, state: 'idle', today })).toBeUndefined();
  expect(ratioKept({ totals: { countedOn: '2014-09-30', staffLast: 60, disabledLast: 14 }, state: 'struggling', today })).toContain('23.3%');
  expect(ratioKept({ totals: { countedOn: null, staffLast: null, disabledLast: null }, state: 'running', today })).toBeUndefined();
});

test('disabled staff are staff', () => {
  expect(disabledWithinStaff({ entry: { of: 'staffing', values: { staff: 10, disabled: 11 } } })).toContain('不会多于');
  expect(disabledWithinStaff({ entry: { of: 'staffing', values: { staff: 11, disabled: 11 } } })).toBeUndefined();
});
