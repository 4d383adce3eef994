import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode, creditCodeCheckCharacter } from './credit-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const anyCode = fc
  .tuple(fc.constantFrom('51', '52', '53', '54', '91', '12'), fc.integer({ min: 110000, max: 659999 }), fc.array(fc.constantFrom(...ALPHABET), { minLength: 9, maxLength: 9 }))
  .map(([head, division, body]) => `${head}${division}${body.join('')}`)
  .map((first17) => first17 + creditCodeCheckCharacter(first17));

describe('checkCreditCode', () => {
  it.each(['91350100M000100Y43', '914403001922038216', '9144030071526726XG'])('accepts the published code %s', (text) => {
    expect(checkCreditCode(text)).toMatchObject({ ok: true, number: text });
  });
  it('takes it apart', () => {
    expect(checkCreditCode(' 91350100m000100y43 ')).toEqual({
      ok: true, number: '91350100M000100Y43', registrar: '9', category: '1', divisionCode: '350100', organisationCode: 'M000100Y4',
    });
  });
  it.each([
    ['91350100M000100Y4', 'credit-code.length'], ['91350100M000100Y44', 'credit-code.check-character'], ['91350100I000100Y43', 'credit-code.characters'],
    ['9135O100M000100Y43', 'credit-code.characters'], ['', 'credit-code.length'],
  ])('refuses %j', (text, code) => expect(checkCreditCode(text)).toMatchObject({ ok: false, code }));
  it('refuses any single changed character', () => {
    fc.assert(fc.property(anyCode, fc.nat(17), fc.constantFrom(...ALPHABET), (code, place, character) => {
      expect(checkCreditCode(code).ok).toBe(true);
      fc.pre(code[place] !== character);
      expect(checkCreditCode(code.slice(0, place) + character + code.slice(place + 1)).ok).toBe(false);
    }), { numRuns: 1000 });
  });
});
