import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { overdueDays, stayDays } from './register.ts';

const today = plainDate('2014-11-03');

describe('days of a stay', () => {
  it('counts the day of arrival and the day of return', () => {
    expect(stayDays({ values: { admittedOn: '2014-10-30', returnedOn: '2014-11-01' }, today })).toBe(3);
    expect(stayDays({ values: { admittedOn: '2014-11-03' }, today })).toBe(1);
    expect(stayDays({ values: {}, today })).toBeUndefined();
  });
  it('is overdue from the day after the one agreed, and only while the child is there', () => {
    expect(overdueDays({ values: { expectedUntil: '2014-11-03' }, today, state: 'staying' })).toBeUndefined();
    expect(overdueDays({ values: { expectedUntil: '2014-11-01' }, today, state: 'searching' })).toBe(2);
    expect(overdueDays({ values: { expectedUntil: '2014-11-01' }, today, state: 'returned' })).toBeUndefined();
  });
});
