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

test('报名到截止那天；过了只有举办那天现场报名', () => {
  const on = (day: string) => ask('sign-up-in-time', { values: { signUpUntil: '2014-12-10', heldOn: '2014-12-20' }, entry: { of: 'sign-ups', values: { people: 5, day } } });
  expect([on('2014-12-10'), on('2014-12-20')]).toEqual([undefined, undefined]);
  expect(on('2014-12-11')).toContain('截止');
  expect(on('2014-12-21')).toContain('已经举办');
});

test('收了善款，用途不能空着，也不能改成和已拨付的不同', () => {
  expect(ask('cause-kept', { totals: { raisedTotal: 100 } })).toContain('不能空着');
  expect(ask('cause-kept', { values: { cause: '助学' }, totals: { raisedTotal: 100 }, entries: { granted: [{ project: '助学' }] } })).toBeUndefined();
  expect(ask('cause-kept', { values: { cause: '修桥' }, totals: { raisedTotal: 100 }, entries: { granted: [{ project: '助学' }] } })).toContain('不能改');
});
