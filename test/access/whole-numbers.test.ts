import { expect, test } from 'vitest';
import { CHEN, idOf } from '../harness/applicants.ts';
import { findWholeNumbers } from './whole-numbers.ts';

test('numbers are found by their form, wherever they stand; masked ones, ids, days, sums and digests are none', () => {
  const kinds = (text: string) => findWholeNumbers(text).map((one) => one.kind);
  const number = idOf(CHEN[0]!);
  expect(kinds(`{"number":"${number}","phone":"13800002206","account":"9990000000000000442"}`)).toEqual(['id-card', 'phone', 'account']);
  expect(kinds(`身份证${number}，电话 13800002206。`)).toEqual(['id-card', 'phone']);
  const endsWithX = Array.from({ length: 40 }, (_, order) => idOf({ birth: '1996-03-07', order })).find((one) => one.endsWith('X')) ?? '';
  expect(kinds(endsWithX)).toEqual(['id-card']);
  expect(kinds('4420**********4428 138****2206 尾号 0442 ZS-DB-2014-000123 2014-11-03T08:00:00.000Z 1416000000000 9f4420991958010244281a 50000')).toEqual([]);
});
