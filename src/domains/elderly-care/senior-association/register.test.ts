import { describe, expect, it } from 'vitest';
import { grantIsAccountedFor } from './register.ts';
import { checklistPassed } from './respect-title.ts';

describe('a grant to an association', () => {
  it('is closed when spent and refunded make it up', () => {
    expect(grantIsAccountedFor({ values: { amount: 5000_00, spent: 4200_00, refunded: 800_00 } })).toBeUndefined();
    expect(grantIsAccountedFor({ values: { amount: 5000_00, spent: 4200_00 } })).toContain('对不上');
  });
});

describe('敬老文明号', () => {
  it('is given only when every condition was looked at and met', () => {
    expect(checklistPassed({ totals: {} })).toContain('逐项');
    expect(checklistPassed({ totals: { checklistItems: 4, itemsFailed: 1 } })).toContain('1 项');
    expect(checklistPassed({ totals: { checklistItems: 4, itemsFailed: 0 } })).toBeUndefined();
  });
});
