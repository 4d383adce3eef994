import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { month } from './month.ts';
import {
  addDays, addYears, ageOn, compareDates, dayOfMonth, daysBetween, daysInMonth, findDay, firstDayOf, formatDateLong, formatDateShort,
  monthNumberOf, parsePlainDate, parseWrittenDate, plainDate, weekdayOf, yearOf,
} from './plain-date.ts';

const day = plainDate;
const SPAN = daysBetween(day('0001-01-01'), day('9999-12-31'));
const anyDay = fc.integer({ min: 0, max: SPAN }).map((days) => addDays(day('0001-01-01'), days));

describe('a plain date', () => {
  it.each(['2014-11-26', '2012-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '1880-01-01'])('takes %s', (text) => {
    expect(parsePlainDate(text)).toBe(text);
  });
  it.each(['2014-02-29', '1900-02-29', '2014-13-01', '2014-00-10', '2014-04-31', '0000-01-01', '2014-1-1', '2014-11-26T00:00', ' 2014-11-26', '2014-11-26\n', '', '10000-01-01'])(
    'refuses %j',
    (text) => {
      expect(parsePlainDate(text)).toBeUndefined();
      expect(() => plainDate(text)).toThrow(RangeError);
    },
  );
  it('gives its parts', () => {
    expect([yearOf(day('2014-11-06')), monthNumberOf(day('2014-11-06')), dayOfMonth(day('2014-11-06'))]).toEqual([2014, 11, 6]);
    expect(findDay(2014, 2, 29)).toBeUndefined();
    expect(findDay(2014, 2.5, 1)).toBeUndefined();
    expect([daysInMonth(2014, 2), daysInMonth(2012, 2), daysInMonth(1900, 2)]).toEqual([28, 29, 28]);
    expect(firstDayOf(month('2014-12'))).toBe('2014-12-01');
  });
  it('is written for people', () => {
    expect(formatDateLong(day('2014-11-26'))).toBe('2014年11月26日');
    expect(formatDateLong(day('2014-01-06'))).toBe('2014年1月6日');
    expect(formatDateShort(day('2014-11-26'))).toBe('11-26');
  });
});

describe('parseWrittenDate', () => {
  it.each(['2014-11-06', '2014.11.6', '2014/11/06', '20141106', '2014年11月6日', '２０１４．１１．６', ' 2014 年 11 月 6 号 '])('reads %s', (text) => {
    expect(parseWrittenDate(text)).toBe('2014-11-06');
  });
  it.each(['41949', '2014', '2014.11', '2014-11/06', '14-11-06', '2014.2.30', '11/06/2014', ''])('refuses %j', (text) => {
    expect(parseWrittenDate(text)).toBeUndefined();
  });
});

describe('reckoning', () => {
  it('agrees with the proleptic Gregorian calendar', () => {
    expect(addDays(day('2014-12-31'), 1)).toBe('2015-01-01');
    expect(addDays(day('2012-03-01'), -1)).toBe('2012-02-29');
    expect(daysBetween(day('2000-01-01'), day('2001-01-01'))).toBe(366);
    expect(SPAN).toBe(3_652_058);
    expect([weekdayOf(day('2014-11-03')), weekdayOf(day('2014-11-09')), weekdayOf(day('1880-01-01')), weekdayOf(day('0001-01-01'))]).toEqual([1, 7, 4, 1]);
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(day('0001-01-01'), -1)).toThrow(RangeError);
  });
  it('adds and measures the same days', () => {
    fc.assert(fc.property(anyDay, anyDay, (from, to) => {
      expect(addDays(from, daysBetween(from, to))).toBe(to);
      expect(Math.sign(daysBetween(to, from)) - compareDates(from, to)).toBe(0);
      expect(weekdayOf(to)).toBe(((((weekdayOf(from) - 1 + daysBetween(from, to)) % 7) + 7) % 7) + 1);
    }));
  });
  it('moves by years, and 29 February to the end of the month', () => {
    expect(addYears(day('2012-02-29'), 1)).toBe('2013-02-28');
    expect(addYears(day('2012-02-29'), 4)).toBe('2016-02-29');
    expect(addYears(day('2014-11-03'), -60)).toBe('1954-11-03');
    expect(() => addYears(day('2014-11-03'), 9000)).toThrow(RangeError);
  });
});

describe('ageOn', () => {
  it.each([
    ['1954-11-03', '2014-11-02', 59], ['1954-11-03', '2014-11-03', 60], ['1880-01-01', '2014-11-03', 134], ['2014-11-03', '2014-11-03', 0],
    ['2012-02-29', '2013-02-28', 0], ['2012-02-29', '2013-03-01', 1], ['2012-02-29', '2016-02-29', 4], ['2014-11-04', '2014-11-03', -1],
  ])('born %s is on %s %i', (birth, on, age) => expect(ageOn(day(birth), day(on))).toBe(age));
  it('rises by one from birthday to birthday and never falls', () => {
    const recent = fc.integer({ min: 0, max: 50_000 }).map((days) => addDays(day('1880-01-01'), days));
    fc.assert(fc.property(recent, fc.integer({ min: 0, max: 40_000 }), (birth, later) => {
      const on = addDays(birth, later);
      expect(ageOn(birth, addDays(on, 1)) - ageOn(birth, on)).toBeOneOf([0, 1]);
      expect(daysBetween(addYears(birth, ageOn(birth, on)), on)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(addYears(birth, ageOn(birth, on) + 1), on)).toBeLessThanOrEqual(0);
    }));
  });
});
