import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { organisationResearch } from './research.ts';

test('没有成果不能结题', () => {
  const rule = organisationResearch.checks?.find((one) => one.id === 'delivered-with-output');
  if (typeof rule?.test !== 'function') throw new Error('delivered-with-output');
  const seen = { values: {}, state: 'delivered', today: plainDate('2014-11-03'), alongside: [] };
  expect(rule.test({ ...seen, totals: { outputCount: 0 } })).toBeDefined();
  expect(rule.test({ ...seen, totals: { outputCount: 1 } })).toBeUndefined();
});
