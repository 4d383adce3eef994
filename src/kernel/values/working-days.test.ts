import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate, weekdayOf, yearOf } from './plain-date.ts';
import {
  addCalendarDays, addWorkingDays, listDays, makeCalendar, readCalendarData, workingDayOnOrAfter, workingDaysBetween,
} from './working-days.ts';

const file: unknown = JSON.parse(readFileSync(new URL('../../../data/calendar/mainland.json', import.meta.url), 'utf8'));
const data = readCalendarData(file);
const calendar = makeCalendar(data);
const day = plainDate;
const anyDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(day('2003-06-01'), days));

describe('the mainland calendar', () => {
  it('knows 2014 as the State Council fixed it', () => {
    for (const free of ['2014-10-01', '2014-10-02', '2014-10-03', '2014-10-06', '2014-10-07', '2014-10-12', '2014-01-01', '2014-02-06', '2014-09-08']) {
      expect(calendar.isWorkingDay(day(free)), free).toBe(false);
    }
    for (const worked of ['2014-09-28', '2014-10-11', '2014-10-08', '2014-01-26', '2014-02-08', '2014-05-04', '2014-11-03']) {
      expect(calendar.isWorkingDay(day(worked)), worked).toBe(true);
    }
  });
  it('knows the turn to 2015', () => {
    for (const free of ['2015-01-01', '2015-01-02', '2015-01-03']) expect(calendar.isWorkingDay(day(free))).toBe(false);
    expect(calendar.isWorkingDay(day('2015-01-04'))).toBe(true);
  });
  it('knows days the year after took from the year before', () => {
    expect(calendar.isWorkingDay(day('2006-12-30'))).toBe(true);
    expect(calendar.isWorkingDay(day('2007-12-31'))).toBe(false);
  });
  it('says it does not know a year without a notice', () => {
    expect(calendar.isWorkingDay(day('2027-01-04'))).toBeUndefined();
    expect(calendar.isWorkingDay(day('2003-10-01'))).toBeUndefined();
  });
  it('has between 240 and 256 working days in every year, make-up days only at weekends, and every year named', () => {
    expect(data.years).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
    for (const year of data.years) {
      const days = listDays(calendar, day(`${year}-01-01`), day(`${year + 1}-01-01`)).filter((item) => item.working).length;
      expect(days, String(year)).toBeGreaterThanOrEqual(240);
      expect(days, String(year)).toBeLessThanOrEqual(256);
    }
    expect(data.workdays.filter((item) => weekdayOf(item) < 6)).toEqual([]);
    expect(new Set(data.holidays.map(yearOf)).size).toBe(23);
  });
});

describe('addWorkingDays', () => {
  it('does not count the day of the event', () => {
    expect(addWorkingDays(calendar, day('2014-11-03'), 1)).toEqual({ day: '2014-11-04', assumed: false });
    expect(addWorkingDays(calendar, day('2014-11-07'), 1)).toEqual({ day: '2014-11-10', assumed: false });
    expect(addWorkingDays(calendar, day('2014-11-03'), 0)).toEqual({ day: '2014-11-03', assumed: false });
  });
  it('steps over National Day and counts make-up days', () => {
    expect(addWorkingDays(calendar, day('2014-09-26'), 1).day).toBe('2014-09-28');
    expect(addWorkingDays(calendar, day('2014-09-30'), 4).day).toBe('2014-10-11');
    expect(addWorkingDays(calendar, day('2014-09-30'), 5).day).toBe('2014-10-13');
    expect(addWorkingDays(calendar, day('2014-12-31'), 1).day).toBe('2015-01-04');
    expect(addWorkingDays(calendar, day('2026-09-25'), 10).day).toBe('2026-10-15');
  });
  it('marks a result that crossed a year without a notice', () => {
    expect(addWorkingDays(calendar, day('2026-12-31'), 1)).toEqual({ day: '2027-01-01', assumed: true });
    expect(addWorkingDays(calendar, day('2026-12-30'), 1)).toEqual({ day: '2026-12-31', assumed: false });
  });
  it('refuses less than nothing', () => expect(() => addWorkingDays(calendar, day('2014-11-03'), -1)).toThrow(RangeError));
  it('grows with the count and never shrinks with the start', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 }), (start, count, later) => {
      const first = addWorkingDays(calendar, start, count).day;
      expect(addWorkingDays(calendar, start, count + 1).day > first).toBe(true);
      expect(addWorkingDays(calendar, addDays(start, later), count).day >= first).toBe(true);
    }));
  });
  it('is undone by workingDaysBetween', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 40 }), (start, count) => {
      const end = addWorkingDays(calendar, start, count);
      expect(workingDaysBetween(calendar, start, end.day)).toEqual({ days: count, assumed: end.assumed });
      expect(workingDaysBetween(calendar, end.day, start).days).toBe(0 - count);
    }));
  });
});

describe('calendar days', () => {
  it('counts them plainly, and moves the last one off a holiday', () => {
    expect(addCalendarDays(day('2014-09-25'), 7)).toBe('2014-10-02');
    expect(workingDayOnOrAfter(calendar, day('2014-10-02'))).toEqual({ day: '2014-10-08', assumed: false });
    expect(workingDayOnOrAfter(calendar, day('2014-10-11'))).toEqual({ day: '2014-10-11', assumed: false });
    expect(workingDayOnOrAfter(calendar, day('2027-01-02'))).toEqual({ day: '2027-01-04', assumed: true });
  });
  it('lists a strip', () => {
    expect(listDays(calendar, day('2014-09-27'), day('2014-10-01')).map((item) => item.kind)).toEqual(['weekend', 'make-up', 'working', 'working']);
    expect(listDays(calendar, day('2014-10-01'), day('2014-10-02'))).toEqual([{ day: '2014-10-01', kind: 'holiday', working: false, assumed: false }]);
    expect(listDays(calendar, day('2014-10-02'), day('2014-10-01'))).toEqual([]);
  });
});

describe('readCalendarData', () => {
  it('names the field that is wrong', () => {
    expect(() => readCalendarData(null)).toThrow('years');
    expect(() => readCalendarData({ years: [2014], holidays: ['2014-02-30'], workdays: [] })).toThrow('2014-02-30');
    expect(() => readCalendarData({ years: [2014], holidays: ['2014-10-01'], workdays: ['2014-10-01'] })).toThrow('2014-10-01');
  });
});
