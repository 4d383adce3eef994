import { expect, test } from 'vitest';
import { approvedBeforeUse, materialsReady, sessionAfterBegin } from './register.ts';

const entry = (values: Record<string, unknown>) => ({ entry: { of: 'materials', values } });

test('no material is used before it was approved', () => {
  expect(approvedBeforeUse(entry({ approved: false, usedFrom: '2014-05-01' }))).toContain('没有审定');
  expect(approvedBeforeUse(entry({ approved: true, usedFrom: '2014-05-01' }))).toContain('审定人');
  expect(approvedBeforeUse(entry({ approved: true, approver: '某人', approvedOn: '2014-05-02', usedFrom: '2014-05-01' }))).toContain('早于审定');
  expect(approvedBeforeUse(entry({ approved: true, approver: '某人', approvedOn: '2014-05-01', usedFrom: '2014-05-01' }))).toBeUndefined();
  expect(approvedBeforeUse(entry({ approved: false }))).toBeUndefined();
});

test('a campaign does not begin while material waits', () => {
  expect(materialsReady({ totals: { materialsMade: 0, materialsWaiting: 0 } })).toBeUndefined();
  expect(materialsReady({ totals: { materialsMade: 3, materialsWaiting: 1 } })).toContain('还有1份');
  expect(materialsReady({ totals: { materialsMade: 3, materialsWaiting: 0 } })).toBeUndefined();
});

test('a session is held after the campaign has begun', () => {
  const session = { of: 'sessions', values: { attendance: 40 } };
  expect(sessionAfterBegin({ entry: session, state: 'planned' })).toContain('还没有开始');
  expect(sessionAfterBegin({ entry: session, state: 'running' })).toBeUndefined();
  expect(sessionAfterBegin({ entry: { of: 'materials', values: {} }, state: 'planned' })).toBeUndefined();
});
