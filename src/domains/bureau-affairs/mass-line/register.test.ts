import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { hangsRight, overdue } from './register.ts';

test('the tree: a stage on top, a series on a stage, an action on a series with its owner and its day', () => {
  expect(hangsRight({ values: { level: 'stage' } })).toBeUndefined();
  expect(hangsRight({ values: { level: 'stage', under: 3 } })).toContain('最上一层');
  expect(hangsRight({ values: { level: 'series' } })).toContain('环节');
  expect(hangsRight({ values: { level: 'action', under: 3, owner: '某人' } })).toContain('完成期限');
  expect(hangsRight({ values: { level: 'action', under: 3, owner: '某人', dueOn: '2014-09-30' } })).toBeUndefined();
});

test('what is not done by its day is said from the day after', () => {
  expect(overdue({ values: { dueOn: '2014-11-03' }, today: plainDate('2014-11-03'), state: 'doing' })).toBeUndefined();
  expect(overdue({ values: { dueOn: '2014-11-02' }, today: plainDate('2014-11-03'), state: 'doing' })).toContain('还没有完成');
  expect(overdue({ values: { dueOn: '2014-11-02' }, today: plainDate('2014-11-03'), state: 'done' })).toBeUndefined();
});
