import { expect, test } from 'vitest';
import { answerHasValue, sampleReached } from './register.ts';

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
