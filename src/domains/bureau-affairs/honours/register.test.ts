import { expect, test } from 'vitest';
import type { Values } from '../../../kernel/contract/register.ts';
import { claimHasGround, runIsWhole } from './register.ts';

test('连续第四次 has the third before it', () => {
  const ask = (values: Values) => runIsWhole({ values, alongside: [] });
  expect(ask({ run: 'consecutive', consecutive: 4, previous: 12 })).toBeUndefined();
  expect(ask({ run: 'consecutive', consecutive: 4, evidence: '双拥办文件' })).toBeUndefined();
  expect(ask({ run: 'consecutive', consecutive: 4 })).toContain('上一次');
  expect(ask({ run: 'consecutive', consecutive: 1, previous: 12 })).toContain('2 以上');
  expect(ask({ run: 'again' })).toContain('再次获得');
  expect(ask({ run: 'first-time', consecutive: 2 })).toContain('只能是 1');
  expect(ask({ run: 'first-time' })).toBeUndefined();
  expect(runIsWhole({ values: { run: 'consecutive', givenOn: '2014-03-01' }, alongside: [{ record: 1, state: 'given', values: { givenOn: '2013-03-01' } }] })).toBeUndefined();
});

test('全国首个 wants its place and what it rests on', () => {
  expect(claimHasGround({ values: { kind: 'first' } })).toContain('位次');
  expect(claimHasGround({ values: { kind: 'first', place: 1 } })).toContain('依据');
  expect(claimHasGround({ values: { kind: 'first', place: 1, basis: 7 } })).toBeUndefined();
  expect(claimHasGround({ values: { kind: 'pilot' } })).toContain('批次');
});
