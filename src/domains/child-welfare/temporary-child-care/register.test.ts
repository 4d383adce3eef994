import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { dayWasThere, givenBackRightly, overdueDays, stayDays } from './register.ts';

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

describe('a child is given back', () => {
  const back = (values: Record<string, unknown>) => givenBackRightly({ values: { guardian: '甲', returnedTo: '甲', returnedOn: '2014-11-03', returnSigned: true, ...values }, today });
  it('against a signature, to the guardian, or to whom a paper names', () => {
    expect(back({})).toBeUndefined();
    expect(back({ returnSigned: false })).toContain('没有签字');
    expect(back({ returnedOn: '2014-11-04' })).toContain('还没有到');
    expect(back({ returnedTo: '乙' })).toContain('凭什么接');
    expect(back({ returnedTo: '乙', returnAuthority: '委托书' })).toBeUndefined();
  });
});

describe('a line of the daily record', () => {
  const line = (day: string, returnedOn?: string) => dayWasThere({ values: { admittedOn: '2014-10-30', returnedOn }, entry: { of: 'daily', values: { day } }, today });
  it('is of a day the child was there', () => {
    expect([line('2014-10-30'), line('2014-11-03')]).toEqual([undefined, undefined]);
    expect(line('2014-10-29')).toContain('不在托');
    expect(line('2014-11-02', '2014-11-01')).toContain('2014-11-01 接回');
    expect(line('2014-11-04')).toContain('还没有到');
  });
});
