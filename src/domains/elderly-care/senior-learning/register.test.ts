import { describe, expect, it } from 'vitest';
import { enrolmentInOrder, grantFollowsAttendance, seatsTaken, stillWaiting, verifiedStays } from './register.ts';

const step = (step: string, totals: Record<string, number>) => ({ values: { seats: 2 }, totals, entry: { of: 'enrolment', values: { step } } });

describe('seats and the waiting list', () => {
  it('count who sits and who waits', () => {
    const totals = { seated: 2, waited: 3, movedUp: 1, leftList: 1, leftCourse: 1 };
    expect([seatsTaken({ totals }), stillWaiting({ totals })]).toEqual([2, 1]);
  });
  it('refuse a third on two seats, and a newcomer while others wait', () => {
    expect(enrolmentInOrder(step('seated', { seated: 3 }))).toContain('已满');
    expect(enrolmentInOrder(step('seated', { seated: 2, waited: 1, leftCourse: 1 }))).toContain('候补');
    expect(enrolmentInOrder(step('moved-up', { seated: 2, waited: 1, movedUp: 1, leftCourse: 1 }))).toBeUndefined();
    expect(enrolmentInOrder(step('moved-up', { seated: 1, movedUp: 1 }))).toContain('没有人');
  });
});

describe('a grant', () => {
  const grant = (attendances: number, amount: number) => ({ values: { grantPerAttendance: 10_00 }, totals: { attended: 40, attendancesVerified: 30, attendancesPaid: attendances }, entry: { of: 'grants', values: { attendances, amount } } });
  it('pays the attendance that was verified at the rate of the course', () => {
    expect(grantFollowsAttendance(grant(30, 300_00))).toBeUndefined();
    expect(grantFollowsAttendance(grant(31, 310_00))).toContain('核实过的到课只有 30');
    expect(grantFollowsAttendance(grant(30, 301_00))).toContain('300.00 元');
  });
  it('what is verified stays: nothing written into those days, nothing taken out', () => {
    const attendance = (day: string) => verifiedStays({ totals: { attended: 30, attendancesVerified: 30, verifiedThrough: '2014-10-15' }, entry: { of: 'attendance', values: { day } } });
    expect(attendance('2014-10-15')).toContain('已经核实到 2014-10-15');
    expect(attendance('2014-10-16')).toBeUndefined();
    expect(verifiedStays({ totals: { attended: 29, attendancesVerified: 30 } })).toContain('先撤回核实');
  });
});
