import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { socialWorkDocument } from './document-set.ts';
import { socialWorkTask } from './task.ts';

test('配套文件有主文件和序号，主文件没有', () => {
  const rule = socialWorkDocument.checks?.find((one) => one.id === 'supporting-numbered');
  if (typeof rule?.test !== 'function') throw new Error('supporting-numbered');
  const seen = { totals: {}, alongside: [], state: 'drafting', today: plainDate('2014-11-03') };
  expect(rule.test({ ...seen, values: { rank: 'supporting', orderNumber: 1 } })).toBeDefined();
  expect(rule.test({ ...seen, values: { rank: 'supporting', mainDocument: 7 } })).toBeDefined();
  expect(rule.test({ ...seen, values: { rank: 'supporting', mainDocument: 7, orderNumber: 1 } })).toBeUndefined();
  expect(rule.test({ ...seen, values: { rank: 'main', orderNumber: 1 } })).toBeDefined();
  expect(rule.test({ ...seen, values: { rank: 'main' } })).toBeUndefined();
});

test('过了期限没完成的任务提出来', () => {
  const rule = socialWorkTask.checks?.find((one) => one.id === 'overdue');
  if (typeof rule?.test !== 'function') throw new Error('overdue');
  const seen = { totals: {}, alongside: [], values: { deadline: '2014-11-02' }, today: plainDate('2014-11-03') };
  expect(rule.test({ ...seen, state: 'underway' })).toContain('2014-11-02');
  expect(rule.test({ ...seen, state: 'done' })).toBeUndefined();
});
