import { expect, it } from 'vitest';
import { fromSheet, toSheet } from './fact-values.ts';

const facts = { threeNone: false, assets: { movableFen: 631842, houses: 1 }, members: [{ key: 'm1', disability: { kind: 'limb', grade: 2 }, incomes: [{ monthlyFen: 62000 }] }] };

it('事实铺成表，再收回来，一样不少', () => {
  expect(toSheet(facts)).toMatchObject({ 'assets.movableFen': 631842, members: [{ 'key': 'm1', 'disability.grade': 2 }] });
  expect(fromSheet(toSheet(facts))).toEqual(facts);
});

it('空着的不当作答案', () => {
  expect(fromSheet({ 'assets.movableFen': null, 'note': '', 'threeNone': false })).toEqual({ threeNone: false });
});
