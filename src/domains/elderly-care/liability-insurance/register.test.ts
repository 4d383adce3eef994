import { describe, expect, it } from 'vitest';
import { claimInOrder, premiumAddsUp } from './register.ts';

const policy = (values: Record<string, unknown>) => ({ entry: { of: 'policies', values } });
const incident = (values: Record<string, unknown>) => ({ values: { limitPerIncident: 100_000_00 }, entry: { of: 'incidents', values } });

describe('a policy', () => {
  it('costs its beds times the price of a bed, and is subsidised in part at most', () => {
    expect(premiumAddsUp(policy({ insuredBeds: 100, premiumPerBed: 120_00, premium: 12_000_00, subsidy: 8_000_00 }))).toBeUndefined();
    expect(premiumAddsUp(policy({ insuredBeds: 100, premiumPerBed: 120_00, premium: 11_000_00 }))).toBe('保费应是 100 张 × 120.00 元 = 12,000.00 元。');
    expect(premiumAddsUp(policy({ insuredBeds: 100, premiumPerBed: 120_00, premium: 12_000_00, subsidy: 12_000_01 }))).toContain('补贴');
  });
});

describe('a claim', () => {
  it('is paid within what was claimed and what the policy bears', () => {
    expect(claimInOrder(incident({ paid: 1 }))).toContain('索赔');
    expect(claimInOrder(incident({ claimed: 50_000_00, paid: 60_000_00 }))).toContain('不能超过索赔');
    expect(claimInOrder(incident({ claimed: 200_000_00, paid: 150_000_00 }))).toContain('限额');
    expect(claimInOrder(incident({ claimed: 50_000_00, paid: 50_000_00 }))).toBeUndefined();
  });
});
