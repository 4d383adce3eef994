import { expect, test } from 'vitest';
import type { RecordSeen } from '../../../kernel/contract/register.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { charityHonoursEdition } from './register.ts';

const ask = (id: string, seen: Partial<RecordSeen>): string | undefined => {
  const rule = charityHonoursEdition.checks?.find((check) => check.id === id)?.test;
  if (typeof rule !== 'function') throw new Error(`no rule ${id}`);
  return rule({ values: {}, totals: {}, alongside: [], state: 'compiling', today: plainDate('2014-11-03'), ...seen });
};
const donor = (values: Record<string, unknown>): Partial<RecordSeen> => ({ entry: { of: 'donors', values: { donor: 'D1', verified: true, receipts: 2, ...values } } });

const seventh = { record: 1, state: 'published', values: { edition: 7 } };

test('期次紧接上一期，不重复', () => {
  expect(ask('edition-follows', { values: { edition: 1 } })).toBeUndefined();
  expect(ask('edition-follows', { values: { edition: 8 }, alongside: [seventh] })).toBeUndefined();
  expect(ask('edition-follows', { values: { edition: 9 }, alongside: [seventh] })).toContain('第8期');
  expect(ask('edition-follows', { values: { edition: 7 }, alongside: [seventh] })).toContain('已经有第7期');
});

test('统计期满的第二天起才能发布', () => {
  expect(ask('after-period', { values: { periodTo: '2013-12-31', publishedOn: '2013-12-31' } })).toContain('没有满');
  expect(ask('after-period', { values: { periodTo: '2013-12-31', publishedOn: '2014-01-01' } })).toBeUndefined();
});

test('没有答复、没有核实的不能发布', () => {
  expect(ask('asked-first', { totals: { unanswered: 2 } })).toContain('2 位');
  expect(ask('receipts-verified', { totals: { unverified: 1 } })).toContain('1 位');
  expect(ask('asked-first', { totals: { unanswered: 0 } })).toBeUndefined();
});

test('照捐赠人的意见上榜', () => {
  expect(ask('as-agreed', donor({ consent: 'refused', place: 3 }))).toContain('不同意');
  expect(ask('as-agreed', donor({ consent: 'asked', shownAs: '某公司' }))).toContain('没有答复');
  expect(ask('as-agreed', donor({ consent: 'anonymous', trueName: '何善心', shownAs: '何善心先生', place: 1 }))).toContain('匿名');
  expect(ask('as-agreed', donor({ consent: 'anonymous', trueName: '何善心', shownAs: '爱心人士', place: 1 }))).toBeUndefined();
  expect(ask('as-agreed', donor({ consent: 'named', place: 1, verified: false }))).toContain('没有核实');
});
