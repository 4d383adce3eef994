import { expect, test } from 'vitest';
import type { RecordSeen } from '../../../kernel/contract/register.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { deriveValue } from '../../../kernel/records/rules/derive-value.ts';
import { specialCareSurvey } from './survey.register.ts';

const lines = { scale: 10, contentFrom: 7, lowUpTo: 4 };
const seen = (more: Partial<RecordSeen>): RecordSeen => ({ values: lines, totals: {}, alongside: [], state: 'asking', today: plainDate('2014-11-03'), ...more });
const ask = (id: string, more: Partial<RecordSeen>): string | undefined => {
  const rule = specialCareSurvey.checks?.find((check) => check.id === id)?.test;
  if (typeof rule !== 'function') throw new Error(`no rule ${id}`);
  return rule(seen(more));
};
const answer = (values: Record<string, unknown>): string | undefined => ask('answer-judged', { entry: { of: 'answers', values: { reply: 'answered', aware: true, followUp: 'none', ...values } } });

test('满意照满意线，正好在线上算满意', () => {
  expect(answer({ score: 7, content: true })).toBeUndefined();
  expect(answer({ score: 7, content: false })).toContain('满意线');
  expect(answer({ score: 6, content: true })).toContain('满意线');
  expect(answer({ score: 11, content: true })).toContain('满分');
});

test('低分要回访，正好在回访线上也要', () => {
  expect(answer({ score: 4, content: false })).toContain('安排回访');
  expect(answer({ score: 4, content: false, followUp: 'open', followWorker: '陈', followDue: '2014-11-20' })).toBeUndefined();
  expect(answer({ score: 4, content: false, followUp: 'done', followWorker: '陈', followDue: '2014-11-20' })).toContain('回访日期');
  expect(answer({ score: 5, content: false, followUp: 'open', followWorker: '陈', followDue: '2014-11-20' })).toContain('不需要');
  expect(ask('followed-up', { totals: { followUpsOpen: 3 } })).toContain('3 位');
  expect(ask('followed-up', { totals: { followUpsOpen: 0 } })).toBeUndefined();
});

test('没有答的不写分数，答了的都要写', () => {
  expect(ask('answer-judged', { entry: { of: 'answers', values: { reply: 'absent', followUp: 'none' } } })).toBeUndefined();
  expect(ask('answer-judged', { entry: { of: 'answers', values: { reply: 'waiting', score: 9, followUp: 'none' } } })).toContain('不填');
  expect(ask('answer-judged', { entry: { of: 'answers', values: { reply: 'answered', score: 9, followUp: 'none' } } })).toContain('知晓');
});

test('照种子抽出的样本不增不减，抽样以后种子和分数线不改', () => {
  const drawn = { ...lines, seed: 'ab', sampleSize: 20 };
  expect(ask('sample-stands', { values: drawn, totals: { sampled: 20 } })).toBeUndefined();
  expect(ask('sample-stands', { values: drawn, totals: { sampled: 21 } })).toContain('不能另加');
  expect(ask('sample-stands', { values: drawn, totals: { sampled: 19 } })).toContain('撤下');
  expect(ask('sample-stands', { values: { ...lines, sampleSize: 20 }, totals: { sampled: 19 } })).toBeUndefined();
  expect(ask('draw-stands', { values: { ...drawn, seed: 'cd' }, before: drawn })).toContain('不能再变更');
  expect(ask('draw-stands', { values: { ...drawn, contentFrom: 6 }, before: drawn })).toContain('分数线');
  expect(ask('draw-stands', { values: { ...drawn, fieldTo: '2014-11-30' }, before: drawn })).toBeUndefined();
  expect(ask('draw-stands', { values: drawn, before: lines })).toBeUndefined();
});

test('知晓率、满意率以答卷为分母，没有答卷说不出', () => {
  const value = (key: string, totals: Record<string, number>): unknown => specialCareSurvey.derived?.filter((field) => field.key === key).map((field) => deriveValue(field, seen({ totals })))[0];
  expect(value('awareness', { answers: 3, awareCount: 2 })).toBe(66.7);
  expect(value('satisfaction', { answers: 0, contentCount: 0 })).toBeUndefined();
});
