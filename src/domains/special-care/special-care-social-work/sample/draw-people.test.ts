import { expect, test } from 'vitest';
import { drawPeople } from './draw-people.ts';

const seed = Buffer.alloc(32, 7);
const people = Array.from({ length: 500 }, (_none, at) => at + 1);

test('同一个种子、同一批人，抽出同一份名单；次序不管', () => {
  const drawn = drawPeople(seed, people, 60);
  expect(drawn).toHaveLength(60);
  expect(drawPeople(Buffer.from(seed), people.toReversed(), 60)).toEqual(drawn);
  expect(drawPeople(Buffer.alloc(32, 8), people, 60)).not.toEqual(drawn);
  expect(new Set(drawn.map((one) => one.person)).size).toBe(60);
  expect(drawn.map((one) => one.lot)).toEqual(drawn.map((one) => one.lot).toSorted((a, b) => a - b));
});

test('样本大了，先抽中的还在里面', () => {
  expect(drawPeople(seed, people, 61).slice(0, 60)).toEqual(drawPeople(seed, people, 60));
  expect(drawPeople(seed, people, 600)).toHaveLength(500);
});
