import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { publicInterestPost } from './post.register.ts';

const month = (values: Record<string, unknown>, entry: Record<string, unknown>): string | undefined => {
  const rule = publicInterestPost.checks?.find((check) => check.id === 'month-in-post')?.test;
  if (typeof rule !== 'function') throw new Error('no rule');
  return rule({ values, totals: {}, alongside: [], state: 'filled', today: plainDate('2014-11-03'), entry: { of: 'subsidies', values: entry } });
};

test('补贴只发在岗的月份：上岗当月起，离岗（或到期）当月止', () => {
  const post = { startsOn: '2014-03-15', endsOn: '2015-03-14' };
  expect(month(post, { month: '2014-02' })).toContain('才上岗');
  expect(month(post, { month: '2014-03' })).toBeUndefined();
  expect(month(post, { month: '2015-03' })).toBeUndefined();
  expect(month(post, { month: '2015-04' })).toContain('为止');
  expect(month({ ...post, leftOn: '2014-08-31' }, { month: '2014-09' })).toContain('2014-08');
  expect(month({}, { month: '2014-09' })).toContain('没有人上岗');
});
