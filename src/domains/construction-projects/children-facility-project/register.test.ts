import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { acceptedFirst, withinYear } from '../common/building.ts';
import { actualIsPast, saidButNotDone } from './register.ts';

const today = plainDate('2018-12-31');

test('a report of 2018 that says 于2019年6月底竣工: that is a plan, not an actual day', () => {
  expect(actualIsPast({ values: { completedPlanned: '2019-06-30' }, today })).toBeUndefined();
  expect(actualIsPast({ values: { completedActual: '2019-06-30' }, today })).toContain('2019-06-30还没有到');
  expect(actualIsPast({ values: { toppedActual: '2018-12-31' }, today })).toBeUndefined();
});

test('a year’s start: within the year, after it, and not at all', () => {
  const { test: rule } = withinYear('started', '动工');
  if (typeof rule !== 'function') throw new Error('a rule');
  const seen = (values: Record<string, unknown>, day: string) => rule({ values, totals: {}, alongside: [], state: 'approved', today: plainDate(day) });
  expect(seen({ planYear: 2013 }, '2013-12-31')).toBeUndefined();
  expect(seen({ planYear: 2013 }, '2014-01-01')).toContain('还没有动工');
  expect(seen({ planYear: 2013, startedActual: '2013-12-31' }, '2014-05-01')).toBeUndefined();
  expect(seen({ planYear: 2013, delayReason: '用地' }, '2014-01-01')).toBeUndefined();
  expect(seen({ planYear: 2013, startedActual: '2014-02-01' }, '2014-05-01')).toContain('实际2014-02-01才动工');
});

test('no use before an acceptance that was passed', () => {
  expect(acceptedFirst({ values: {}, totals: { accepted: 0 } })).toContain('验收');
  expect(acceptedFirst({ values: {}, totals: { accepted: 1 } })).toBeUndefined();
  expect(acceptedFirst({ values: { acceptanceFiling: '备 2010-31' }, totals: { accepted: 0 } })).toBeUndefined();
});

test('a planned day that a report wrote as done is said while the stage is not reached', () => {
  const said = { saidCompleted: '2019-06-30', saidTopped: null };
  expect(saidButNotDone({ values: { completedPlanned: '2019-06-30' }, totals: said })).toContain('报告写成2019-06-30已竣工，实际还没有竣工');
  expect(saidButNotDone({ values: { completedActual: '2019-08-02' }, totals: said })).toBeUndefined();
  expect(saidButNotDone({ values: {}, totals: {} })).toBeUndefined();
});
