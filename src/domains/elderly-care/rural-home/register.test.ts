import { describe, expect, it } from 'vitest';
import { regionalServesAnArea, statusFollowsChanges } from './register.ts';

describe('a rural home', () => {
  it('says whom it serves when it is a regional one', () => {
    expect(regionalServesAnArea({ values: { scope: 'regional', upgradedOn: '2014-05-01' } })).toContain('服务区域');
    expect(regionalServesAnArea({ values: { scope: 'regional', upgradedOn: '2014-05-01', serviceArea: '三镇' } })).toBeUndefined();
    expect(regionalServesAnArea({ values: { scope: 'town' } })).toBeUndefined();
  });
  it('has one story about its legal person', () => {
    expect(statusFollowsChanges({ values: { legalStatus: 'unregistered' }, totals: { registrations: 1 } })).toContain('未登记');
    expect(statusFollowsChanges({ values: { legalStatus: 'public-institution' }, totals: { registrations: 0 } })).toContain('日期');
    expect(statusFollowsChanges({ values: { legalStatus: 'public-institution' }, totals: { registrations: 1 } })).toBeUndefined();
  });
});
