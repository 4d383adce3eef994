import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { corrected, followUpAfterTalk } from './discipline.ts';
import { partyBranch, presentWithinDue } from './register.ts';

test('nobody is present who was not due', () => {
  expect(presentWithinDue({ entry: { of: 'lectures', values: { due: 20, present: 20 } } })).toBeUndefined();
  expect(presentWithinDue({ entry: { of: 'lectures', values: { due: 20, present: 21 } } })).toContain('多于应到');
  expect(presentWithinDue({ entry: { of: 'absences', values: { kind: 'lectures' } } })).toBeUndefined();
});

test('every one of the three meetings and the lecture has its own reminder', () => {
  expect(partyBranch.reminders?.map((one) => one.title)).toEqual(['该开支部党员大会了', '该开支部委员会了', '该开党小组会了', '该上党课了', '该开组织生活会了', '支部快到期换届']);
});

test('a talk is looked back on after it', () => {
  expect(followUpAfterTalk({ values: { talkedOn: '2014-05-06', followedUpOn: '2014-05-05' } })).toContain('早于');
  expect(followUpAfterTalk({ values: { talkedOn: '2014-05-06', followedUpOn: '2014-08-06' } })).toBeUndefined();
});

test('what an inspection found is corrected by its day', () => {
  const on = (day: string) => corrected({ totals: { problemsOpen: 1, correctByOpen: '2014-09-30' }, today: plainDate(day) });
  expect(on('2014-09-30')).toBe('有1次检查发现的问题还没有整改。');
  expect(on('2014-10-01')).toContain('整改期限2014-09-30已过');
  expect(corrected({ totals: { problemsOpen: 0 }, today: plainDate('2014-10-01') })).toBeUndefined();
});
