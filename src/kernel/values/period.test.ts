import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, intersect, overlaps, period, type Period } from './period.ts';
import { addDays, plainDate } from './plain-date.ts';

const day = plainDate;
const start = day('2014-01-01');
const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }))
  .map(([from, length]) => period(addDays(start, from), length === null ? null : addDays(start, from + length)));

describe('a period', () => {
  it('holds its first day and not its end', () => {
    const year = period(day('2014-01-01'), day('2015-01-01'));
    expect([contains(year, day('2014-01-01')), contains(year, day('2014-12-31')), contains(year, day('2015-01-01')), contains(year, day('2013-12-31'))])
      .toEqual([true, true, false, false]);
    expect(contains(period(day('2014-01-01'), null), day('9999-12-31'))).toBe(true);
  });
  it('cannot be empty', () => {
    expect(() => period(day('2014-01-01'), day('2014-01-01'))).toThrow(RangeError);
  });
  it('does not overlap what it only touches', () => {
    expect(overlaps(period(day('2014-01-01'), day('2014-02-01')), period(day('2014-02-01'), null))).toBe(false);
  });
  it('has in common exactly the days in both', () => {
    fc.assert(fc.property(anyPeriod, anyPeriod, (left, right) => {
      const common = intersect(left, right);
      const days = Array.from({ length: 70 }, (_, index) => addDays(start, index));
      const inBoth = days.filter((item) => contains(left, item) && contains(right, item));
      expect(common === undefined ? [] : days.filter((item) => contains(common, item))).toEqual(inBoth);
      expect(overlaps(left, right)).toBe(inBoth.length > 0);
      expect(intersect(right, left)).toEqual(common);
    }));
  });
});
