import { expect, test } from 'vitest';
import { communityOrganisation } from './register.ts';

test('得到第一次扶持才算培育，统计的每支队伍都有', () => {
  expect(communityOrganisation.states['formed']?.before).toBe(true);
  expect(communityOrganisation.states['cultivated']?.from).toEqual(['formed']);
  expect(communityOrganisation.states['cultivated']?.needs).toEqual(expect.arrayContaining(['supportedOn', 'supportedBy']));
});

test('从培育到备案到登记，是同一条记录的状态', () => {
  expect(communityOrganisation.states['filed']?.from).toEqual(['cultivated']);
  expect(communityOrganisation.states['registered']?.from).toContain('filed');
  expect(communityOrganisation.states['registered']?.ends).toBeUndefined();
});
