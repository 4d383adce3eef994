import { expect, test } from 'vitest';
import type { VersionRow } from '../../../kernel/records/face.ts';
import { wholeLines } from './record-facts.tsx';
import { wrongOf } from './record-history.tsx';
import { meets } from './sub-record.tsx';

test('落单的短栏占一整行，不留半行空', () => {
  expect(wholeLines(['text', 'choice', 'link', 'choices', 'integer', 'number', 'files'])).toEqual([false, false, true, true, false, false, true]);
  expect(wholeLines(['text', 'choice', 'text'], 1)).toEqual([false, false, false]);
  expect(wholeLines(['text'])).toEqual([true]);
});
const version = (more: Partial<VersionRow>): VersionRow => ({ id: 1, what: 'changed', from: '2014-06-01', to: null, state: 'operating', reason: '', by: '', on: '', corrected: null, changes: [], ...more });
test('划掉的只是更正过的那一格，同一次变更里对的留着', () => {
  const history = [
    version({ what: 'opened', from: '2013-02-15' }),
    version({ id: 2, corrected: { by: '甲', on: '2014-11-03' }, changes: [{ title: '级别', from: '一般', to: '示范中心' }, { title: '建筑面积', from: '200', to: '273' }] }),
    version({ id: 3, what: 'corrected', changes: [{ title: '建筑面积', from: '273', to: '312' }] }),
  ];
  expect([...wrongOf(history, 1)]).toEqual(['建筑面积']);
  expect([...wrongOf(history, 2)]).toEqual([]);
});
test('合计点开，只列算进去的', () => {
  expect(meets({ came: true }, { values: { came: true } })).toBe(true);
  expect(meets({ came: true }, { values: { came: false } })).toBe(false);
  expect(meets({ kind: ['a', 'b'] }, { values: { kind: 'c' } })).toBe(false);
});
