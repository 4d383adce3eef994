import { describe, expect, it } from 'vitest';
import { consequenceFitsGrade, hardshipFilled, renewalAllowed } from './register.ts';

const extension = { of: 'extensions', values: { until: '2020-12-31' } };
const assessed = (grade: string, consequence: string) => ({ entry: { of: 'assessments', values: { grade, consequence } } });

describe('renewal of an operation contract', () => {
  it('asks for an assessment that allows it', () => {
    expect(renewalAllowed({ totals: {}, entry: extension })).toContain('还没有年度考核');
    expect(renewalAllowed({ totals: { lastConsequence: 'no-renewal' }, entry: extension })).toContain('不予续约');
    expect(renewalAllowed({ totals: { lastConsequence: 'renewable' }, entry: extension })).toBeUndefined();
  });
  it('does not let a failed year end in renewal, nor a passed one in termination', () => {
    expect(consequenceFitsGrade(assessed('fail', 'renewable'))).toContain('不合格');
    expect(consequenceFitsGrade(assessed('good', 'terminate'))).toContain('解除');
    expect(consequenceFitsGrade(assessed('fail', 'no-renewal'))).toBeUndefined();
  });
  it('says how much of the hardship quota is filled', () => {
    expect(hardshipFilled({ values: { hardshipQuota: 60 }, totals: { hardshipLast: 41 } })).toBe(68.3);
    expect(hardshipFilled({ values: { hardshipQuota: 60 }, totals: { hardshipLast: null } })).toBeUndefined();
  });
});
