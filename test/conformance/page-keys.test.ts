import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectPages } from '../../src/server/collect-pages.ts';

test('G 后面的字母各不相同，都是一个小写字母', () => {
  const letters = collectPages(join(import.meta.dirname, '../..'), 'workbench').flatMap(({ meta }) => (meta['go'] === undefined ? [] : [String(meta['go'])]));
  expect(letters.length).toBeGreaterThan(8);
  expect(letters.filter((letter) => !/^[a-z]$/.test(letter))).toEqual([]);
  expect(letters.filter((letter, at) => letters.indexOf(letter) !== at)).toEqual([]);
});
