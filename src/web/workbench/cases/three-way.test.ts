import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeSheets } from './three-way.ts';

test('只有一个人改过的，照改过的；两个人都改了、改得不一样的，要人来选', () => {
  const { merged, clashes, taken } = mergeSheets({ a: 1, b: 'x', c: true, d: null }, { a: 2, b: 'x', c: false, d: null }, { a: 3, b: 'y', c: false, d: null });
  expect(taken).toEqual(['b']);
  expect(clashes).toEqual([{ key: 'a', base: 1, mine: 2, theirs: 3 }]);
  expect(merged).toEqual({ a: 2, b: 'y', c: false, d: null });
});
test('自己写的一样也不丢：合并后不是自己的，就是别人改而自己没动的', () => {
  const sheet = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.oneof(fc.integer(), fc.string(), fc.boolean()));
  fc.assert(fc.property(sheet, sheet, sheet, (base, mine, theirs) => {
    const { merged, taken } = mergeSheets(base, mine, theirs);
    for (const key of Object.keys(merged)) expect(merged[key]).toEqual(taken.includes(key) ? theirs[key] : mine[key]);
  }));
});
