import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, compareMonths, formatMonth, lastDayOf, listMonths, month, monthOf, monthsBetween, parseMonth } from './month.ts';
import { addDays, dayOfMonth, firstDayOf, plainDate } from './plain-date.ts';

const anyMonth = fc.integer({ min: -1200, max: 1200 }).map((months) => addMonths(month('2014-12'), months));

describe('a month', () => {
  it('is taken and refused', () => {
    expect(month('2014-12')).toBe('2014-12');
    for (const text of ['2014-13', '2014-00', '0000-01', '2014-1', '2014-12-01', '2014-12\n', '']) {
      expect(parseMonth(text), text).toBeUndefined();
      expect(() => month(text)).toThrow(RangeError);
    }
  });
  it('holds days', () => {
    expect(monthOf(plainDate('2014-12-31'))).toBe('2014-12');
    expect([lastDayOf(month('2014-02')), lastDayOf(month('2012-02')), lastDayOf(month('2014-12'))]).toEqual(['2014-02-28', '2012-02-29', '2014-12-31']);
    expect(formatMonth(month('2014-12'))).toBe('2014年12月');
    expect(formatMonth(month('2015-01'))).toBe('2015年1月');
  });
  it('is counted', () => {
    expect(addMonths(month('2014-12'), 1)).toBe('2015-01');
    expect(addMonths(month('2014-01'), -1)).toBe('2013-12');
    expect(addMonths(month('2014-01'), -25)).toBe('2011-12');
    expect(monthsBetween(month('2014-11'), month('2015-02'))).toBe(3);
    expect(listMonths(month('2014-11'), month('2015-02'))).toEqual(['2014-11', '2014-12', '2015-01']);
    expect(listMonths(month('2014-11'), month('2014-11'))).toEqual([]);
    expect(() => addMonths(month('9999-12'), 1)).toThrow(RangeError);
    expect(() => addMonths(month('0001-01'), -1)).toThrow(RangeError);
    expect(() => addMonths(month('2014-01'), 0.5)).toThrow(RangeError);
  });
  it('adds and measures the same months', () => {
    fc.assert(fc.property(anyMonth, anyMonth, (from, to) => {
      expect(addMonths(from, monthsBetween(from, to))).toBe(to);
      expect(listMonths(from, to).length).toBe(Math.max(0, monthsBetween(from, to)));
      expect(compareMonths(from, to)).toBe(Math.sign(0 - monthsBetween(from, to)) + 0);
      expect(monthOf(lastDayOf(from))).toBe(from);
      expect(dayOfMonth(addDays(lastDayOf(from), 1))).toBe(1);
      expect(addDays(lastDayOf(from), 1)).toBe(firstDayOf(addMonths(from, 1)));
    }));
  });
});
