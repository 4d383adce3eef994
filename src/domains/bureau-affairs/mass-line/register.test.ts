import { expect, test } from 'vitest';
import type { Register } from '../../../kernel/contract/register.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { campaignAction, campaignSeries, campaignStage, lowerFinished, overdue } from './register.ts';

test('the tree: a series hangs on a stage, an action on a series with its owner and its day', () => {
  const required = (register: Register) => register.fields.filter((field) => field.required).map((field) => field.key);
  expect([campaignStage, campaignSeries, campaignAction].map((one) => one.fields[1]?.to)).toEqual(['education-campaign', 'campaign-stage', 'campaign-series']);
  expect(required(campaignSeries)).toEqual(['title', 'stage']);
  expect(required(campaignAction)).toEqual(['title', 'series', 'owner', 'dueOn']);
});

test('what is not done by its day is said from the day after', () => {
  expect(overdue({ values: { dueOn: '2014-11-03' }, today: plainDate('2014-11-03'), state: 'doing' })).toBeUndefined();
  expect(overdue({ values: { dueOn: '2014-11-02' }, today: plainDate('2014-11-03'), state: 'doing' })).toContain('还没有完成');
  expect(overdue({ values: { dueOn: '2014-11-02' }, today: plainDate('2014-11-03'), state: 'done' })).toBeUndefined();
});

test('a stage is done when what hangs on it is', () => {
  expect(lowerFinished({ totals: { lower: 3, lowerDone: 2 } })).toContain('还有1项');
  expect(lowerFinished({ totals: { lower: 3, lowerDone: 3 } })).toBeUndefined();
  expect(lowerFinished({ totals: {} })).toBeUndefined();
});
