import { expect, test } from 'vitest';
import type { RecordSeen } from '../../../kernel/contract/register.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { armySupportAgreement } from './register.ts';

const ask = (id: string, seen: Partial<RecordSeen>): string | undefined => {
  const rule = armySupportAgreement.checks?.find((check) => check.id === id)?.test;
  if (typeof rule !== 'function') throw new Error(`no rule ${id}`);
  return rule({ values: {}, totals: {}, alongside: [], state: 'running', today: plainDate('2014-11-03'), ...seen });
};

test('满一年没有活动才提醒', () => {
  expect(ask('nothing-done', { values: { startsOn: '2013-11-03' }, totals: { activities: 0 } })).toContain('满一年');
  expect(ask('nothing-done', { values: { startsOn: '2013-11-04' }, totals: { activities: 0 } })).toBeUndefined();
  expect(ask('nothing-done', { values: { startsOn: '2012-01-01' }, totals: { activities: 1 } })).toBeUndefined();
});

test('到期次日起仍在履行的提出来', () => {
  expect(ask('past-term', { values: { endsOn: '2014-11-03' } })).toBeUndefined();
  expect(ask('past-term', { values: { endsOn: '2014-11-02' } })).toContain('到期');
});

test('活动不在约定内容里的提出来', () => {
  const entry = { of: 'activities', values: { item: 'jobs' } };
  expect(ask('as-agreed', { values: { items: ['visits'] }, entry })).toBeDefined();
  expect(ask('as-agreed', { values: { items: ['visits', 'jobs'] }, entry })).toBeUndefined();
});

test('活动要在协议期内，首尾两天都算', () => {
  const on = (day: string): string | undefined => ask('within-term', { values: { startsOn: '2014-01-01', endsOn: '2014-12-31' }, entry: { of: 'activities', values: { day, item: 'visits' } } });
  expect([on('2013-12-31'), on('2014-01-01'), on('2014-12-31'), on('2015-01-01')].map((sentence) => sentence === undefined)).toEqual([false, true, true, false]);
});
