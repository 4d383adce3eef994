import { expect, test } from 'vitest';
import type { RecordSeen } from '../../../kernel/contract/register.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { charityLandmark } from './register.ts';

const ask = (id: string, seen: Partial<RecordSeen>): string | undefined => {
  const rule = charityLandmark.checks?.find((check) => check.id === id)?.test;
  if (typeof rule !== 'function') throw new Error(`no rule ${id}`);
  return rule({ values: {}, totals: {}, alongside: [], state: 'given', today: plainDate('2014-11-03'), ...seen });
};

test('命名前：清单填了、都达到、现场评审合格', () => {
  expect(ask('checklist-met', {})).toContain('还没有填');
  expect(ask('checklist-met', { totals: { itemsMet: 8, itemsUnmet: 2 } })).toContain('2 项');
  expect(ask('checklist-met', { totals: { itemsMet: 10, itemsUnmet: 0 } })).toBeUndefined();
  expect(ask('site-first', { totals: { sitePassed: null } })).toContain('现场评审');
  expect(ask('site-first', { totals: { sitePassed: 1 } })).toBeUndefined();
});

test('不合格的评审要写不足和整改', () => {
  const failed = (more: Record<string, unknown>): RecordSeen['entry'] => ({ of: 'checks', values: { kind: 'again', passed: false, ...more } });
  expect(ask('gaps-said', { entry: failed({ rectification: 'open' }) })).toContain('写明不足');
  expect(ask('gaps-said', { entry: failed({ rectification: 'none', gaps: '没有捐赠公示栏' }) })).toBeDefined();
  expect(ask('gaps-said', { entry: failed({ rectification: 'open', gaps: '没有捐赠公示栏' }) })).toBeUndefined();
});
