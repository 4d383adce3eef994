import { describe, expect, it } from 'vitest';
import { evaluatedBeforePaid, returnedIsSomebody } from './register.ts';

describe('evaluation before payment', () => {
  it('refuses a payment that no passed evaluation has approved', () => {
    expect(evaluatedBeforePaid({ totals: { paidTotal: 100_00, approvedTotal: 0 } })).toContain('先评估');
    expect(evaluatedBeforePaid({ totals: { paidTotal: 100_00, approvedTotal: 100_00 } })).toBeUndefined();
    expect(evaluatedBeforePaid({ totals: {} })).toBeUndefined();
  });
  it('asks where a person was returned to', () => {
    expect(returnedIsSomebody({ entry: { of: 'services', values: { result: 'returned' } } })).toContain('返回地');
    expect(returnedIsSomebody({ entry: { of: 'services', values: { result: 'kin-found' } } })).toBeUndefined();
  });
});
