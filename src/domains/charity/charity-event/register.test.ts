import { expect, test } from 'vitest';
import type { RecordSeen } from '../../../kernel/contract/register.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { charityEvent } from './register.ts';

const ask = (id: string, seen: Partial<RecordSeen>): string | undefined => {
  const rule = charityEvent.checks?.find((check) => check.id === id)?.test;
  if (typeof rule !== 'function') throw new Error(`no rule ${id}`);
  return rule({ values: {}, totals: {}, alongside: [], state: 'planned', today: plainDate('2014-11-03'), ...seen });
};

test('没有公布用途不能收善款；善款只拨给公布的项目', () => {
  const raised = { of: 'raised', values: { amount: 10_000 } };
  expect(ask('cause-stated', { entry: raised })).toContain('用途');
  expect(ask('cause-stated', { values: { cause: '助学' }, entry: raised })).toBeUndefined();
  expect(ask('to-the-cause', { values: { cause: '助学' }, entry: { of: 'granted', values: { project: '修桥' } } })).toContain('事先公布');
  expect(ask('to-the-cause', { values: { cause: '助学' }, entry: { of: 'granted', values: { project: '助学' } } })).toBeUndefined();
});

test('一笔的签到不多于报名', () => {
  expect(ask('arrived-within', { entry: { of: 'sign-ups', values: { people: 5, arrived: 6 } } })).toBeDefined();
  expect(ask('arrived-within', { entry: { of: 'sign-ups', values: { people: 5 } } })).toBeUndefined();
});
