import { expect, test } from 'vitest';
import { claimHasGround, runIsWhole } from './register.ts';

test('连续第四次 has the third before it', () => {
  expect(runIsWhole({ values: { run: 'consecutive', consecutive: 4, previous: 12 } })).toBeUndefined();
  expect(runIsWhole({ values: { run: 'consecutive', consecutive: 4 } })).toContain('上一次');
  expect(runIsWhole({ values: { run: 'consecutive', consecutive: 1, previous: 12 } })).toContain('2 以上');
  expect(runIsWhole({ values: { run: 'first-time', consecutive: 2 } })).toContain('只能是 1');
  expect(runIsWhole({ values: { run: 'first-time' } })).toBeUndefined();
});

test('全国首个 wants its place and what it rests on', () => {
  expect(claimHasGround({ values: { kind: 'first' } })).toContain('位次');
  expect(claimHasGround({ values: { kind: 'first', place: 1 } })).toContain('依据');
  expect(claimHasGround({ values: { kind: 'first', place: 1, basis: 7 } })).toBeUndefined();
  expect(claimHasGround({ values: { kind: 'pilot' } })).toContain('批次');
});
