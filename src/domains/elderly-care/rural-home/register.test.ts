import { describe, expect, it } from 'vitest';
import { legalPersonHasItsDay, regionalServesAnArea } from './register.ts';

describe('a rural home', () => {
  it('says whom it serves when it is a regional one', () => {
    expect(regionalServesAnArea({ values: { scope: 'regional', upgradedOn: '2014-05-01' } })).toContain('服务区域');
    expect(regionalServesAnArea({ values: { scope: 'regional', upgradedOn: '2014-05-01', serviceArea: '三镇' } })).toBeUndefined();
    expect(regionalServesAnArea({ values: { scope: 'town' } })).toBeUndefined();
    expect(regionalServesAnArea({ values: { scope: 'town', upgradedOn: '2014-05-01' } })).toContain('还是本镇');
  });
  it('is a legal person from a day and by a certificate', () => {
    expect(legalPersonHasItsDay({ values: { legalStatus: 'unregistered' } })).toBeUndefined();
    expect(legalPersonHasItsDay({ values: { legalStatus: 'unregistered', registeredOn: '2014-05-01' } })).toContain('未登记');
    expect(legalPersonHasItsDay({ values: { legalStatus: 'public-institution', registeredOn: '2014-05-01' } })).toContain('证书号');
    expect(legalPersonHasItsDay({ values: { legalStatus: 'public-institution', registeredOn: '2014-05-01', certificate: '1号' } })).toBeUndefined();
  });
});
