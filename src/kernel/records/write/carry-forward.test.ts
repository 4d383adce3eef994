import { expect, it } from 'vitest';
import { carryForward } from './carry-forward.ts';

it('一直沿用的错值一起更正；后来真的变过的不动', () => {
  const stood = [{ beds: 10, name: '甲' }, { beds: 10, name: '乙' }, { beds: 20, name: '乙' }, { beds: 10, name: '乙' }];
  expect(carryForward(stood, { beds: 12, name: '甲' })).toEqual([{ beds: 12, name: '甲' }, { beds: 12, name: '乙' }, { beds: 20, name: '乙' }, { beds: 10, name: '乙' }]);
});
it('原来没填的补上，填错的清掉', () => {
  expect(carryForward([{ a: 1 }, { a: 1, b: 2 }, { a: 3 }], { b: 5 })).toEqual([{ b: 5 }, { b: 2 }, { a: 3 }]);
});
