import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeDrafts, withAnswer } from './merge-drafts.ts';

const base = { address: '太平路 3 号', phone: null, members: [{ name: '陈秀英' }, { name: '黄志强' }] };

test('各改各的，合在一起；没有人改的不动', () => {
  expect(mergeDrafts(base, { ...base, phone: '13800000000' }, { ...base, address: '太平路 5 号' })).toEqual({ values: { ...base, phone: '13800000000', address: '太平路 5 号' }, conflicts: [] });
});

test('同一题两边写得不一样：说出来，让人选；选了哪个就是哪个', () => {
  const merged = mergeDrafts(base, { ...base, address: '甲' }, { ...base, address: '乙' });
  expect(merged.conflicts).toEqual([{ path: 'address', mine: '甲', theirs: '乙' }]);
  expect(withAnswer(merged.values, 'address', '乙')).toMatchObject({ address: '乙' });
});

test('一行里的一题也一样；行数不同的，整张表由人选', () => {
  const mine = { ...base, members: [{ name: '陈秀英' }, { name: '黄强' }] };
  expect(mergeDrafts(base, mine, { ...base, members: [{ name: '陈英' }, { name: '黄志强' }] })).toEqual({ values: { ...base, members: [{ name: '陈英' }, { name: '黄强' }] }, conflicts: [] });
  const theirs = { ...base, members: [{ name: '陈秀英' }, { name: '黄志' }] };
  expect(mergeDrafts(base, mine, theirs).conflicts.map((one) => one.path)).toEqual(['members.1.name']);
  expect(withAnswer(mine, 'members.1.name', '黄志')).toEqual(theirs);
  expect(mergeDrafts(base, mine, { ...base, members: [{ name: '陈秀英' }] }).conflicts.map((one) => one.path)).toEqual(['members']);
});

test('不管怎么改，一个字也不丢：每一处不同，或者合进来了，或者说出来了', () => {
  const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.oneof(fc.constant(null), fc.boolean(), fc.constantFrom('x', 'y')));
  fc.assert(fc.property(answers, answers, answers, (from, mine, theirs) => {
    const { values, conflicts } = mergeDrafts(from, mine, theirs);
    const told = new Set(conflicts.map((one) => one.path));
    for (const key of ['a', 'b', 'c', 'd']) {
      const [was, my, their, now] = [from[key] ?? null, mine[key] ?? null, theirs[key] ?? null, values[key] ?? null];
      if (my !== was && their !== was && my !== their) expect(told.has(key)).toBe(true);
      else expect(now).toBe(my === was ? their : my);
    }
  }));
});
