import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddress, writeAddress } from './list-address.ts';

test('what was chosen comes back from the address as it was', () => {
  expect(readAddress('?open=true&divisionId=17&month=2014-11&matter=subsistence-allowance')).toEqual({ open: true, divisionId: 17, month: '2014-11', matter: 'subsistence-allowance' });
  const value = fc.oneof(fc.boolean(), fc.integer({ min: 0, max: 999_999_999 }), fc.stringMatching(/^[a-z][a-z -]{0,20}$/).filter((text) => text !== 'true' && text !== 'false'));
  fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[A-Za-z]{1,12}$/).filter((key) => !['constructor', 'toString', 'valueOf'].includes(key)), value), (asked) => {
    expect(readAddress(writeAddress(asked))).toEqual({ ...asked });
  }));
});
test('the same choices are the same address', () => {
  expect(writeAddress({ open: true, matter: 'x' })).toBe(writeAddress({ matter: 'x', open: true }));
  expect(writeAddress({})).toBe('');
});
