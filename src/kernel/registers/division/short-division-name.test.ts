import { expect, test } from 'vitest';
import { shortDivisionName } from './short-division-name.ts';

test('村居简称：去掉“居民委员会”“村民委员会”，街镇不变', () => {
  expect(shortDivisionName('太平社区居民委员会')).toBe('太平社区');
  expect(shortDivisionName('城东居民委员会')).toBe('城东社区');
  expect(shortDivisionName('龙石村民委员会')).toBe('龙石村');
  expect(shortDivisionName('河溪村村民委员会')).toBe('河溪村');
  expect(shortDivisionName('石岐区')).toBe('石岐区');
});
