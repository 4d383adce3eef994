import { expect, test } from 'vitest';
import type { RecordSeen } from '../../../kernel/contract/register.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { honoursList, rankDonors, unnamed } from './honours-list.ts';
import { charityHonoursEdition } from './register.ts';

const ask = (id: string, seen: Partial<RecordSeen>): string | undefined => {
  const rule = charityHonoursEdition.checks?.find((check) => check.id === id)?.test;
  if (typeof rule !== 'function') throw new Error(`no rule ${id}`);
  return rule({ values: {}, totals: {}, alongside: [], state: 'compiling', today: plainDate('2014-11-03'), ...seen });
};
const donor = (values: Record<string, unknown>): Partial<RecordSeen> => ({ entry: { of: 'donors', values: { donor: 'D1', verified: true, receipts: 2, ...values } } });

test('按核实的收据排，同额并列；拒绝的、没答复的、没核实的不在榜上', () => {
  const donors = [
    { consent: 'named', verified: true, amount: 5_000, shownAs: '甲公司' }, { consent: 'anonymous', verified: true, amount: 9_000 }, { consent: 'named', verified: true, amount: 5_000, shownAs: '乙公司' },
    { consent: 'refused', verified: true }, { consent: 'asked', verified: true, amount: 99_000 }, { consent: 'named', verified: false, amount: 88_000, shownAs: '丙公司' }, { consent: 'named', verified: true, amount: 100, shownAs: '丁先生' },
  ];
  expect(rankDonors(donors).map(({ place, shownAs }) => `${place} ${shownAs}`)).toEqual(['1 爱心人士', '2 甲公司', '2 乙公司', '4 丁先生']);
  expect(honoursList(donors)?.split('\n')[1]).toBe('第2名　甲公司　50.00元');
  expect(honoursList(donors)).not.toContain('丙公司');
  expect(honoursList([])).toBeUndefined();
  expect(unnamed([{ consent: 'named' }, { consent: 'anonymous' }, { consent: 'named', shownAs: '甲' }])).toBe(1);
});

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
  expect(ask('as-agreed', donor({ consent: 'refused', amount: 100 }))).toContain('不同意');
  expect(ask('as-agreed', donor({ consent: 'refused' }))).toBeUndefined();
  expect(ask('as-agreed', donor({ consent: 'asked', amount: 100, shownAs: '某公司' }))).toContain('没有答复');
  expect(ask('as-agreed', donor({ consent: 'anonymous', amount: 100, trueName: '何善心', shownAs: '何善心先生' }))).toContain('匿名');
  expect(ask('as-agreed', donor({ consent: 'anonymous', amount: 100, trueName: '何善心', shownAs: '爱心人士' }))).toBeUndefined();
  expect(ask('as-agreed', donor({ consent: 'named' }))).toContain('收据合计');
});
