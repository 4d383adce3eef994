import { expect, test } from 'vitest';
import { rememberLast } from './remember-last.ts';

test('asked the same again it does not work again; asked anything else, it does', () => {
  let worked = 0;
  const sum = rememberLast((a: { n: number }, b: { n: number }) => { worked += 1; return a.n + b.n; });
  const [one, two] = [{ n: 1 }, { n: 2 }];
  expect([sum(one, two), sum(one, two), worked]).toEqual([3, 3, 1]);
  expect([sum(two, one), sum({ n: 2 }, one), worked]).toEqual([3, 3, 3]);
});

test('what was thrown is not an answer', () => {
  let angry = true;
  const fails = rememberLast((one: object) => { if (angry) throw new Error('no'); return one; });
  const thing = {};
  expect(() => fails(thing)).toThrow('no');
  angry = false;
  expect(fails(thing)).toBe(thing);
});
