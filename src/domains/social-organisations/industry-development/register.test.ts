import { describe, expect, test } from 'vitest';
import { keyOrganisation } from './key-list.ts';
import { behindYear, isMet, overlapping, reached } from './plan.ts';
import { oneAYear, outputGrowth } from './report.ts';

describe('规划目标', () => {
  test('完成程度从基数算到目标数；不知道的不算', () => {
    expect(reached({ values: { baseline: '100', planned: '300' }, totals: { actualNow: '150' } })).toBe(25);
    expect(reached({ values: { baseline: '50', planned: '20' }, totals: { actualNow: '35' } })).toBe(50);
    expect(reached({ values: { planned: '300' }, totals: { actualNow: '150' } })).toBeUndefined();
    expect(reached({ values: { baseline: '3', planned: '3' }, totals: { actualNow: '3' } })).toBeUndefined();
    expect(reached({ values: { baseline: '100', planned: '300' }, totals: { actualNow: null } })).toBeUndefined();
  });
  test('不少于、不多于', () => {
    expect(isMet({ values: { direction: 'up', planned: '300' }, totals: { actualNow: '300' } })).toBe(true);
    expect(isMet({ values: { direction: 'up', planned: '300' }, totals: { actualNow: '99' } })).toBe(false);
    expect(isMet({ values: { direction: 'down', planned: '5' }, totals: { actualNow: '6' } })).toBe(false);
    expect(isMet({ values: { direction: 'down', planned: '5' }, totals: { actualNow: null } })).toBe(false);
  });
});

test('重点培育名录：行业协会商会要写行业，枢纽型不用', () => {
  const rule = keyOrganisation.checks?.find((one) => one.id === 'industry-named');
  if (typeof rule?.test !== 'function') throw new Error('industry-named');
  const seen = { totals: {}, alongside: [], state: 'candidate', today: '2014-11-03' as Parameters<typeof rule.test>[0]['today'] };
  expect(rule.test({ ...seen, values: { listKind: 'industry' } })).toBeDefined();
  expect(rule.test({ ...seen, values: { listKind: 'hub' } })).toBeUndefined();
});

test('落后当年计划：按最近一年，不多于的反过来比；没有当年计划不说', () => {
  const at = (direction: string, ...progress: Record<string, unknown>[]): string | undefined => behindYear({ values: { direction, measureUnit: '家' }, entries: { progress } });
  expect(at('up', { day: '2012-12-31', yearPlan: '10', actual: '4' }, { day: '2013-12-31', yearPlan: '12', actual: '12' })).toBeUndefined();
  expect(at('up', { day: '2013-12-31', yearPlan: '12', actual: '9.5' })).toBe('到 2013-12-31 计划 12 家，实际 9.5，差 2.5。');
  expect(at('down', { day: '2013-12-31', yearPlan: '12', actual: '9.5' })).toBeUndefined();
  expect(at('down', { day: '2013-12-31', yearPlan: '12', actual: '13' })).toContain('差 1');
  expect(at('up', { day: '2013-12-31', actual: '1' })).toBeUndefined();
});

test('规划年份重叠；到期的不比', () => {
  const others = [{ record: 1, state: 'issued', values: { startYear: 2011, endYear: 2015 } }];
  expect(overlapping({ values: { startYear: 2015, endYear: 2020 }, state: 'drafting', alongside: others })).toContain('2011—2015');
  expect(overlapping({ values: { startYear: 2016, endYear: 2020 }, state: 'drafting', alongside: others })).toBeUndefined();
  expect(overlapping({ values: { startYear: 2015, endYear: 2020 }, state: 'ended', alongside: others })).toBeUndefined();
});

test('一个行业一年一份，撤回的不算；总产值比上年，没有上年说不出', () => {
  const report = (year: number, output: number, state = 'published') => ({ record: year, state, values: { year, output } });
  expect(oneAYear({ values: { year: 2013 }, state: 'collecting', alongside: [report(2013, 5)] })).toContain('2013 年');
  expect(oneAYear({ values: { year: 2013 }, state: 'collecting', alongside: [report(2013, 5, 'withdrawn'), report(2012, 5)] })).toBeUndefined();
  expect(outputGrowth({ values: { year: 2013, output: 110 }, alongside: [report(2012, 100), report(2011, 50)] })).toBe(10);
  expect(outputGrowth({ values: { year: 2013, output: 110 }, alongside: [report(2011, 50)] })).toBeUndefined();
});
