import { describe, expect, it } from 'vitest';
import { reviewedBeforeGrade } from './register.ts';

describe('a grade is given after a look', () => {
  it('names what is missing', () => {
    expect(reviewedBeforeGrade({ totals: {} })).toBe('还没有自查和合格的现场评审的记录，不能定级。');
    expect(reviewedBeforeGrade({ totals: { selfChecks: 1, sitePassed: 0 } })).toContain('现场评审');
    expect(reviewedBeforeGrade({ totals: { selfChecks: 1, sitePassed: 1 } })).toBeUndefined();
  });
});
