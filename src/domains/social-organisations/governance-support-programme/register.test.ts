import { describe, expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import type { RecordSeen, Register } from '../../../kernel/contract/register.ts';
import { governanceSupportProgramme } from './programme.ts';
import { deriveValue } from '../../../kernel/records/rules/derive-value.ts';
import { lateSteps } from './late-steps.ts';
import { paidInOrder } from './paid-in-order.ts';
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

test('首期以后才有中期、尾款：别的项目的首期不算', () => {
  const pay = (project: number, instalment: string) => ({ project, instalment });
  expect(paidInOrder({ entry: { of: 'payments', values: pay(1, 'middle') }, entries: { payments: [pay(2, 'first'), pay(1, 'middle')] } })).toContain('首期');
  expect(paidInOrder({ entry: { of: 'payments', values: pay(1, 'final') }, entries: { payments: [pay(1, 'first'), pay(1, 'final')] } })).toBeUndefined();
  expect(paidInOrder({ entry: { of: 'payments', values: pay(1, 'first') }, entries: { payments: [pay(1, 'first')] } })).toBeUndefined();
});

test('过期没有认可的节点点名；当天不算过期，不在实施的不说', () => {
  const milestones = [{ step: '中期', due: '2014-11-02', accepted: false }, { step: '结项', due: '2014-11-03', accepted: false }, { step: '启动', due: '2014-05-01', accepted: true }];
  expect(lateSteps({ state: 'running', entries: { milestones }, today: plainDate('2014-11-03') })).toBe('“中期”应在 2014-11-02 完成，还没有认可。');
  expect(lateSteps({ state: 'completed', entries: { milestones }, today: plainDate('2014-11-03') })).toBeUndefined();
});
