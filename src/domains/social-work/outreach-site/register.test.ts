import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { outreachSite } from './register.ts';

test('站点没有开，不登记服务', () => {
  const rule = outreachSite.checks?.find((one) => one.id === 'served-while-open');
  if (typeof rule?.test !== 'function') throw new Error('served-while-open');
  const seen = { values: {}, totals: {}, alongside: [], today: plainDate('2014-11-03'), entry: { of: 'services', values: { personTimes: 1 } } };
  expect(rule.test({ ...seen, state: 'planned' })).toBeDefined();
  expect(rule.test({ ...seen, state: 'open' })).toBeUndefined();
  const { test: served } = rule;
  const on = (day: string): string | undefined => served({ ...seen, state: 'open', values: { startsOn: '2014-03-10' }, entry: { of: 'services', values: { day } } });
  expect(on('2014-03-09')).toBeDefined();
  expect(on('2014-03-10')).toBeUndefined();
  const closed = (day: string): string | undefined => served({ ...seen, state: 'closed', values: { startsOn: '2014-03-10', stoppedOn: '2014-07-31' }, entry: { of: 'services', values: { day } } });
  expect(closed('2014-07-31')).toBeUndefined();
  expect(closed('2014-08-01')).toContain('撤了');
});

test('汇总到中心只加中心没有统计过的', () => {
  const rolledUp = outreachSite.subRecords?.[0]?.totals?.find((total) => total.key === 'rolledUp');
  expect(rolledUp).toMatchObject({ as: 'sum', of: 'personTimes', where: { countedAtCentre: false } });
  expect(outreachSite.counts?.find((count) => count.id === 'rolled-up')?.of.where).toEqual({ countedAtCentre: false });
});
