import { describe, expect, it } from 'vitest';
import { claimInOrder, premiumAddsUp } from './register.ts';

const policy = (values: Record<string, unknown>) => ({ values: { beds: 100 }, entry: { of: 'policies', values } });
const incident = (values: Record<string, unknown>) => ({ values: { limitPerIncident: 100_000_00 }, entry: { of: 'incidents', values } });

describe('a policy', () => {
  it('costs its beds times the price of a bed, and is subsidised in part at most', () => {
    expect(premiumAddsUp(policy({ insuredBeds: 100, premiumPerBed: 120_00, premium: 12_000_00, subsidy: 8_000_00 }))).toBeUndefined();
    expect(premiumAddsUp(policy({ insuredBeds: 100, premiumPerBed: 120_00, premium: 11_000_00 }))).toBe('保费应是 100 张 × 120.00 元 = 12,000.00 元。');
    expect(premiumAddsUp(policy({ insuredBeds: 100, premiumPerBed: 120_00, premium: 12_000_00, subsidy: 12_000_01 }))).toContain('补贴');
    expect(premiumAddsUp(policy({ insuredBeds: 101, premiumPerBed: 120_00, premium: 12_120_00 }))).toContain('核定床位 100 张');
    expect(premiumAddsUp(policy({ insuredBeds: 100, premiumPerBed: 120_00, premium: 12_000_00, day: '2014-03-01', until: '2014-03-01' }))).toContain('止期');
  });
});

describe('a claim', () => {
  it('is paid within what was claimed and what the policy bears', () => {
    const paid = { day: '2014-06-14', stage: 'paid', reportedOn: '2014-06-15', paidOn: '2014-08-20' };
    expect(claimInOrder(incident({ ...paid, paid: 1 }))).toContain('索赔');
    expect(claimInOrder(incident({ ...paid, claimed: 50_000_00, paid: 60_000_00 }))).toContain('不能超过索赔');
    expect(claimInOrder(incident({ ...paid, claimed: 200_000_00, paid: 150_000_00 }))).toContain('限额');
    expect(claimInOrder(incident({ ...paid, claimed: 50_000_00, paid: 50_000_00 }))).toBeUndefined();
  });
  it('has one story of its days', () => {
    expect(claimInOrder(incident({ day: '2014-06-14', stage: 'reported' }))).toContain('报案日期');
    expect(claimInOrder(incident({ day: '2014-06-14', stage: 'reported', reportedOn: '2014-06-13' }))).toContain('早于事故');
    expect(claimInOrder(incident({ day: '2014-06-14', stage: 'paid', reportedOn: '2014-06-15' }))).toContain('赔付金额和赔付日期');
    expect(claimInOrder(incident({ day: '2014-06-14', stage: 'not-reported' }))).toBeUndefined();
  });
});
