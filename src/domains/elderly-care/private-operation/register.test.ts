import { describe, expect, it } from 'vitest';
import { ceilingMarked, consequenceFitsGrade, endMovesByRenewal, hardshipFilled, renewalAllowed } from './register.ts';

const extension = { of: 'extensions', values: { until: '2020-12-31' } };
const assessed = (grade: string, consequence: string) => ({ entry: { of: 'assessments', values: { grade, consequence } } });

describe('renewal of an operation contract', () => {
  it('asks for an assessment that allows it', () => {
    const asked = (totals: Record<string, string>, endsOn = '2015-12-31') => renewalAllowed({ values: { endsOn }, totals, entry: extension });
    expect(asked({})).toContain('还没有年度考核');
    expect(asked({ lastConsequence: 'no-renewal' })).toContain('不予续约');
    expect(asked({ lastConsequence: 'rectify' })).toContain('复评');
    expect(asked({ lastConsequence: 'renewable' })).toBeUndefined();
    expect(asked({ lastConsequence: 'renewable' }, '2021-12-31')).toContain('在那以后');
  });
  it('moves the end of the contract, which nothing else does', () => {
    const change = (lastUntil: string | null, is = '2020-12-31') => endMovesByRenewal({ before: { endsOn: '2015-12-31' }, values: { endsOn: is }, totals: { lastUntil } });
    expect(change(null)).toContain('先在“续约”里记');
    expect(change('2020-12-31')).toBeUndefined();
    expect(change(null, '2015-06-30')).toBeUndefined();
    expect(endMovesByRenewal({ values: { endsOn: '2020-12-31' }, totals: {} })).toBeUndefined();
  });
  it('marks a price above the ceiling, and no other', () => {
    const price = (charged: number, above: boolean) => ceilingMarked({ entry: { of: 'fee-ceilings', values: { ceiling: 130_000, charged, above } } });
    expect(price(145_000, false)).toContain('请在“超过上限”选是');
    expect(price(120_000, true)).toContain('不要选是');
    expect([price(145_000, true), price(130_000, false)]).toEqual([undefined, undefined]);
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
