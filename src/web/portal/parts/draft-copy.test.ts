import { expect, it } from 'vitest';
import { draftCopy } from './draft-copy.ts';

function memory() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key), kept };
}

it('没送出去的留在这台手机上，各人各事分开；送到就擦掉', () => {
  const store = memory();
  const mine = draftCopy('subsistence-allowance', 7, store, () => 1000);
  mine.write({ phone: '13800000000' });
  expect(mine.read()).toEqual({ values: { phone: '13800000000' }, at: 1000, base: {}, version: 0 });
  expect(draftCopy('subsistence-allowance', 8, store).read()).toBeUndefined();
  mine.wipe();
  expect(store.kept.size).toBe(0);
});

it('存坏了、存满了，都不打断填表', () => {
  const store = memory();
  store.setItem('minzheng.draft.7.m', '{半截');
  expect(draftCopy('m', 7, store).read()).toBeUndefined();
  const full = { ...memory(), setItem: () => { throw new Error('QuotaExceededError'); } };
  expect(() => draftCopy('m', 7, full).write({})).not.toThrow();
});
