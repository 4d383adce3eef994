import { expect, test } from 'vitest';
import { answerHasValue, policyLinked, questionsKnown, sampleReached } from './register.ts';

test('a study with a survey ends with its sample, or with the reason why not', () => {
  expect(sampleReached({ values: { sampleSize: 30 }, totals: { sheets: 30 } })).toBeUndefined();
  expect(sampleReached({ values: { sampleSize: 30 }, totals: { sheets: 29 } })).toContain('收回29份');
  expect(sampleReached({ values: { sampleSize: 30, sampleShort: '两家机构停业' }, totals: { sheets: 29 } })).toBeUndefined();
  expect(sampleReached({ values: {}, totals: { sheets: 0 } })).toBeUndefined();
});

test('an answer says something', () => {
  expect(answerHasValue({ entry: { of: 'answers', values: { sheet: 'Y001', code: '1' } } })).toContain('一样');
  expect(answerHasValue({ entry: { of: 'answers', values: { sheet: 'Y001', code: '1', amount: '0.00' } } })).toBeUndefined();
});

test('answers are to questions of the form; a policy is linked', () => {
  const answer = { of: 'answers', values: { sheet: 'Y001', code: '5' } };
  expect(questionsKnown({ totals: { questions: 4, questionsAnswered: 5 }, entry: answer })).toContain('登记了4题');
  expect(questionsKnown({ totals: { questions: 4, questionsAnswered: 4 }, entry: answer })).toBeUndefined();
  expect(policyLinked({ entry: { of: 'outcomes', values: { kind: 'draft' } } })).toContain('链接');
  expect(policyLinked({ entry: { of: 'outcomes', values: { kind: 'draft', policy: 7 } } })).toBeUndefined();
  expect(policyLinked({ entry: { of: 'outcomes', values: { kind: 'instruction' } } })).toBeUndefined();
});
