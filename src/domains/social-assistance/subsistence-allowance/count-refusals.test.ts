import { expect, test } from 'vitest';
import { refusalsInARow } from './count-refusals.ts';

test('连续几次：只数最近一段没有正当理由的拒绝', () => {
  expect(refusalsInARow([])).toBe(0);
  expect(refusalsInARow(['refused', 'refused'])).toBe(2);
  expect(refusalsInARow(['refused', 'refused', 'accepted', 'refused'])).toBe(1);
  expect(refusalsInARow(['refused', 'just-cause', 'refused', 'refused', 'refused'])).toBe(3);
  expect(refusalsInARow(['refused', 'refused', 'just-cause'])).toBe(0);
});
