import { describe, expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import type { RecordSeen, Register } from '../../../kernel/contract/register.ts';
import { governanceSupportProgramme } from './programme.ts';
import { deriveValue } from '../../../kernel/records/rules/derive-value.ts';
import { governanceSupportProject } from './project.ts';

const ask = (register: Register, id: string, seen: Partial<RecordSeen>): string | undefined => {
  const rule = register.checks?.find((one) => one.id === id);
  if (typeof rule?.test !== 'function') throw new Error(id);
  return rule.test({ values: {}, totals: {}, alongside: [], state: 'running', today: plainDate('2014-11-03'), ...seen });
};

describe('扶持计划', () => {
  test('拨付合计不超过专项资金：规则是数据，拒绝而不是提醒', () => {
    const rule = governanceSupportProgramme.checks?.find((one) => one.id === 'spent-within-budget');
    expect(rule).toMatchObject({ then: 'refuse', test: { left: 'spent', is: '<=', right: 'budget' } });
  });
  test('没有安排资金、或已经结束，不能拨付', () => {
    const entry = { of: 'payments', values: { amount: 100 } };
    for (const state of ['drafting', 'closed']) expect(ask(governanceSupportProgramme, 'paid-after-committed', { entry, state })).toBeDefined();
    expect(ask(governanceSupportProgramme, 'paid-after-committed', { entry, state: 'committed' })).toBeUndefined();
  });
  test('未拨付、进度', () => {
    const worked = Object.fromEntries((governanceSupportProgramme.derived ?? []).map((one) => [one.key, deriveValue(one, { values: { budget: 300_000_000 }, totals: { spent: 100_000_000 }, alongside: [], state: 'committed', today: plainDate('2014-11-03') })]));
    expect(worked).toEqual({ unspent: 200_000_000, spentShare: 33.3 });
  });
});

describe('扶持项目', () => {
  test('节点没有完成，不能结项', () => {
    expect(ask(governanceSupportProject, 'completed-when-done', { totals: { milestonesOpen: 1 } })).toContain('1 个节点');
    expect(ask(governanceSupportProject, 'completed-when-done', { totals: { milestonesOpen: 0 } })).toBeUndefined();
  });
  test('完成的节点要有日期', () => {
    expect(ask(governanceSupportProject, 'accepted-with-day', { entry: { of: 'milestones', values: { accepted: true } } })).toBeDefined();
    expect(ask(governanceSupportProject, 'accepted-with-day', { entry: { of: 'milestones', values: { accepted: true, doneOn: '2014-08-01' } } })).toBeUndefined();
  });
});
