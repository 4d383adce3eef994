import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { bedsOnlyInUse, startedInTime } from './register.ts';

const today = plainDate('2013-10-02');

test('a start after its deadline is said, on the day itself it is not', () => {
  expect(startedInTime({ values: { startBy: '2013-10-01' }, today: plainDate('2013-10-01'), state: 'approved' })).toBeUndefined();
  expect(startedInTime({ values: { startBy: '2013-10-01' }, today, state: 'approved' })).toContain('已经过期');
  expect(startedInTime({ values: { startBy: '2013-10-01', startedActual: '2013-10-01' }, today, state: 'started' })).toBeUndefined();
  expect(startedInTime({ values: { startBy: '2013-10-01', startedActual: '2013-10-02' }, today, state: 'started' })).toContain('实际2013-10-02动工');
  expect(startedInTime({ values: { startBy: '2013-10-01', delayReason: '征地' }, today, state: 'approved' })).toBeUndefined();
});

test('beds are in use only when the house is', () => {
  expect(bedsOnlyInUse({ values: { bedsInUse: 100 }, state: 'completed' })).toContain('投用以后');
  expect(bedsOnlyInUse({ values: { bedsInUse: 100 }, state: 'opened' })).toBeUndefined();
  expect(bedsOnlyInUse({ values: { beds: 100 }, state: 'started' })).toBeUndefined();
});
