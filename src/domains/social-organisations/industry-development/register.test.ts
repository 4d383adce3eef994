import { describe, expect, test } from 'vitest';
import { keyOrganisation } from './key-list.ts';
import { isMet, reached } from './plan.ts';

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
