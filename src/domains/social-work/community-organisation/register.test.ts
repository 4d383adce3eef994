import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { communityOrganisation } from './register.ts';

test('没有扶持记录，不能算培育', () => {
  const rule = communityOrganisation.checks?.find((one) => one.id === 'cultivated-with-support');
  if (typeof rule?.test !== 'function') throw new Error('cultivated-with-support');
  const seen = { values: {}, state: 'cultivated', today: plainDate('2014-11-03') };
  expect(rule.test({ ...seen, totals: { supportCount: 0 } })).toBeDefined();
  expect(rule.test({ ...seen, totals: { supportCount: 1 } })).toBeUndefined();
});

test('从培育到备案到登记，是同一条记录的状态', () => {
  expect(communityOrganisation.states['filed']?.from).toEqual(['cultivated']);
  expect(communityOrganisation.states['registered']?.from).toContain('filed');
  expect(communityOrganisation.states['registered']?.ends).toBeUndefined();
});
