import { expect, it } from 'vitest';
import { moved, nextKey, optionsOf, plainDesign, withoutField } from './design.ts';

it('代号不重；次序移动；出界的不动', () => {
  expect(nextKey('f', ['f1', 'f3'])).toBe('f2');
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
});
it('选项改名留着原来的代号，新的另给；换了次序各归各', () => {
  const before = [{ value: 'o1', title: '自办' }, { value: 'o2', title: '外包' }];
  expect(optionsOf(['自己办', '外包'], before)).toEqual([{ value: 'o1', title: '自己办' }, { value: 'o2', title: '外包' }]);
  expect(optionsOf(['外包', '自办', '合办'], before)).toEqual([{ value: 'o2', title: '外包' }, { value: 'o1', title: '自办' }, { value: 'o3', title: '合办' }]);
});
it('删字段，别处说到它的也去掉', () => {
  const design = { ...plainDesign(['town-clerk']), states: { s1: { title: '在册', needs: ['f1'] } }, counts: [{ id: 'n1', title: '数', unit: '个', of: { what: 'stock' as const, sum: 'f1' } }] };
  expect(withoutField(design, 'f1')).toMatchObject({ fields: [], name: undefined, states: { s1: { needs: [] } }, counts: [] });
});
