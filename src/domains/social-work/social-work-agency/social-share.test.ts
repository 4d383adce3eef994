import { expect, test } from 'vitest';
import { socialShare } from './social-share.ts';

test('社会资金占比是政府以外的收入 ÷ 全部收入；没有收入不算', () => {
  expect(socialShare(1_000_000, 875_000)).toBe(12.5);
  expect(socialShare(1_000_000, 1_000_000)).toBe(0);
  expect(socialShare(1_000_000, null)).toBe(100);
  expect(socialShare(0, 0)).toBeUndefined();
});
