import { describe, expect, it } from 'vitest';
import { creditBalance, creditBothSidesSay } from './register.ts';

const visit = (values: Record<string, unknown>) => ({ entry: { of: 'visits', values } });

describe('hours of a visit', () => {
  it('are credited as both sides say', () => {
    expect(creditBothSidesSay(visit({ helperHours: '2.0', elderHours: '1.5', credited: '1.5' }))).toBeUndefined();
    expect(creditBothSidesSay(visit({ helperHours: '2.0', elderHours: '1.5', credited: '2.0' }))).toBe('双方记的是 2 和 1.5 小时，应计 1.5 小时。');
    expect(creditBothSidesSay(visit({ helperHours: '2.0', elderHours: '1.5' }))).toContain('应计 1.5 小时');
  });
  it('are not credited before the other side has spoken', () => {
    expect(creditBothSidesSay(visit({ helperHours: '2.0' }))).toBeUndefined();
    expect(creditBothSidesSay(visit({ helperHours: '2.0', credited: '2.0' }))).toContain('老人一方还没有记');
    expect(creditBothSidesSay(visit({ elderHours: '2.0', credited: '2.0' }))).toContain('助老员一方还没有记');
  });
  it('make a balance without crumbs of floating point', () => {
    expect(creditBalance({ totals: { creditEarned: '0.3', creditSpent: '0.1' } })).toBe(0.2);
    expect(creditBalance({ totals: {} })).toBe(0);
  });
});
