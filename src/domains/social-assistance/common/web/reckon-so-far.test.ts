import { expect, it } from 'vitest';
import { reckonSoFar } from './reckon-so-far.ts';

it('一边写一边加：6 个月 3720 元是每月 620 元，加上养老金 165 元', () => {
  expect(reckonSoFar({})).toBeUndefined();
  expect(reckonSoFar({ incomes: [{ regular: 'total', total: 372_000, months: 6 }, { regular: 'monthly', monthly: 16_500 }] })).toBe(78_500);
});

it('没写完的、看不懂的先不算进去', () => {
  expect(reckonSoFar({ incomes: [{ regular: 'total', total: 100 }, { regular: 'monthly', monthly: '没有' }, { regular: 'monthly', monthly: 100 }] })).toBe(100);
  expect(reckonSoFar({ incomes: [{ regular: 'total', total: 100, months: 3 }] })).toBe(33);
});
