import { describe, expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { problemClassOf } from './problem-class.ts';
import { difficultVillage } from './register.ts';

const ask = (id: string, state: string, values: Record<string, unknown>, totals: Record<string, string | null> = {}): string | undefined => {
  const rule = difficultVillage.checks?.find((one) => one.id === id);
  if (typeof rule?.test !== 'function') throw new Error(id);
  return rule.test({ values, totals, alongside: [], state, today: plainDate('2014-11-03') });
};

describe('难点村', () => {
  test('问卷给出类别：一类就是那一类，两类以上是综合，没有就不是', () => {
    expect(problemClassOf({ teamSplit: true, cadreInquiry: true })).toBe('team');
    expect(problemClassOf({ affairsHidden: true, petitions: true })).toBe('compound');
    expect(problemClassOf({ affairsHidden: false })).toBeUndefined();
  });
  test('类别与问卷不符，不能列入；有问题，不能不列', () => {
    expect(ask('class-by-answers', 'listed', { landDispute: true, problemClass: 'team' })).toContain('矛盾纠纷');
    expect(ask('class-by-answers', 'listed', { landDispute: true, problemClass: 'dispute' })).toBeUndefined();
    expect(ask('class-by-answers', 'listed', { problemClass: 'dispute' })).toContain('没有一项');
    expect(ask('cleared-without-problem', 'cleared', { landDispute: true })).toBeDefined();
    expect(ask('cleared-without-problem', 'cleared', { landDispute: false })).toBeUndefined();
  });
  test('没有复核、或最近一次没有通过，不能解除', () => {
    expect(ask('released-after-review', 'released', {}, { lastReview: null })).toBeDefined();
    expect(ask('released-after-review', 'released', {}, { lastReview: 'failed' })).toBeDefined();
    expect(ask('released-after-review', 'released', {}, { lastReview: 'passed' })).toBeUndefined();
  });
  test('期限过了还在整治，提出来', () => {
    expect(ask('deadline-passed', 'listed', { deadline: '2014-11-02' })).toContain('2014-11-02');
    expect(ask('deadline-passed', 'listed', { deadline: '2014-11-03' })).toBeUndefined();
    expect(ask('deadline-passed', 'reviewing', { deadline: '2014-11-02' })).toBeUndefined();
  });
});
