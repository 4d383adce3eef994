import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIdCardNumber, idCardCheckDigit, lastSix, maskIdCardNumber } from './id-card-number.ts';
import { plainDate } from './plain-date.ts';

const refusal = (text: string, options = {}) => {
  const result = checkIdCardNumber(text, options);
  return result.ok ? 'ok' : result.code;
};
const withCheckDigit = (first17: string) => first17 + idCardCheckDigit(first17);

const anyNumber = fc
  .tuple(
    fc.constantFrom('440106', '442000', '110105', '440524', '441900', '650102'),
    fc.date({ min: new Date('1880-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([area, birth, serial]) => withCheckDigit(area + birth.toISOString().slice(0, 10).replaceAll('-', '') + String(serial).padStart(3, '0')));

describe('checkIdCardNumber', () => {
  it('accepts the examples of GB 11643', () => {
    expect(checkIdCardNumber('11010519491231002X')).toEqual({
      ok: true, number: '11010519491231002X', kind: 'id-card', birthDate: '1949-12-31', sex: 'female', areaCode: '110105',
    });
    expect(checkIdCardNumber('440524188001010014')).toEqual({
      ok: true, number: '440524188001010014', kind: 'id-card', birthDate: '1880-01-01', sex: 'male', areaCode: '440524',
    });
  });
  it('puts right what can be put right, and says so', () => {
    expect(checkIdCardNumber('11010519491231002x')).toMatchObject({ ok: true, number: '11010519491231002X' });
    expect(checkIdCardNumber('11010519491231002x')).not.toHaveProperty('note');
    expect(checkIdCardNumber('４４０５２４１８８００１０１００１４')).toMatchObject({ number: '440524188001010014', note: { code: 'id.full-width' } });
    expect(checkIdCardNumber('11010519491231002Ｘ')).toMatchObject({ number: '11010519491231002X', note: { code: 'id.full-width' } });
    expect(checkIdCardNumber(' 440524 18800101 0014\u200B')).toMatchObject({ number: '440524188001010014', note: { code: 'id.spaces' } });
    expect(checkIdCardNumber("'440524188001010014")).toMatchObject({ number: '440524188001010014', note: { code: 'id.spaces' } });
  });
  it('refuses each fault by its own code', () => {
    expect(refusal('44052418800101001')).toBe('id.length');
    expect(refusal('')).toBe('id.length');
    expect(refusal('440524800101001')).toBe('id.fifteen-digits');
    expect(refusal('44052418800101001A')).toBe('id.characters');
    expect(refusal('4405241880010100X4')).toBe('id.characters');
    expect(refusal('4.40524E+17')).toBe('id.stored-as-number');
    expect(refusal('440524188001010000')).toBe('id.stored-as-number');
    expect(refusal('440524188001010015')).toBe('id.check-digit');
    expect(refusal(withCheckDigit('44052418800230001'))).toBe('id.birth-date');
    expect(refusal(withCheckDigit('44052419010229001'))).toBe('id.birth-date');
    expect(refusal(withCheckDigit('44052400010101001'))).toBe('id.birth-date');
    expect(refusal(withCheckDigit('09052418800101001'))).toBe('id.area-code');
    expect(refusal(withCheckDigit('16052418800101001'))).toBe('id.area-code');
    expect(refusal(withCheckDigit('44000018800101001'))).toBe('id.area-code');
    expect(refusal(withCheckDigit('91052419800101001'))).toBe('id.area-code');
  });
  it('refuses a birth date after today', () => {
    const number = withCheckDigit('44200020141104001');
    expect(refusal(number, { today: plainDate('2014-11-03') })).toBe('id.birth-date');
    expect(refusal(number, { today: plainDate('2014-11-04') })).toBe('ok');
    expect(refusal(number)).toBe('ok');
  });
  it('accepts area codes never allotted in a demo city only', () => {
    const number = withCheckDigit('44209918800101001');
    expect(refusal(number)).toBe('id.area-code');
    expect(refusal(number, { demo: true })).toBe('ok');
    expect(refusal(withCheckDigit('99209919800101001'), { demo: true })).toBe('id.area-code');
  });
  it('accepts residence permits of Hong Kong, Macao and Taiwan residents', () => {
    for (const area of ['810000', '820000', '830000']) {
      expect(checkIdCardNumber(withCheckDigit(`${area}19900307004`))).toMatchObject({ ok: true, kind: 'residence-permit', areaCode: area, sex: 'female' });
    }
    expect(refusal(withCheckDigit('83000119900307004'))).toBe('id.area-code');
  });
  it('writes its sentences in Chinese and never shows the whole number in them', () => {
    for (const text of ['44052418800101001', '440524800101001', '440524188001010015', withCheckDigit('44052418800230001')]) {
      const result = checkIdCardNumber(text);
      expect(result.ok ? '' : result.sentence).toMatch(/[一-鿿]/);
      expect(result.ok ? '' : result.sentence).not.toContain(text);
    }
    expect(checkIdCardNumber('440524800101001')).toMatchObject({ sentence: '这是15位旧号，请换成18位身份证号码。' });
  });
  it('accepts every well-made number', () => {
    fc.assert(fc.property(anyNumber, (number) => {
      expect(checkIdCardNumber(number)).toMatchObject({ ok: true, number });
    }));
  });
  it('refuses any single changed character', () => {
    fc.assert(fc.property(anyNumber, fc.nat(17), fc.constantFrom(...'0123456789X'), (number, place, character) => {
      fc.pre(number[place] !== character);
      expect(checkIdCardNumber(number.slice(0, place) + character + number.slice(place + 1), { demo: true }).ok).toBe(false);
    }), { numRuns: 2000 });
  });
  it('refuses two neighbours swapped', () => {
    fc.assert(fc.property(anyNumber, fc.nat(16), (number, place) => {
      fc.pre(number[place] !== number[place + 1]);
      const swapped = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2);
      expect(checkIdCardNumber(swapped, { demo: true }).ok).toBe(false);
    }));
  });
});

describe('showing', () => {
  it('masks', () => {
    expect(maskIdCardNumber('44200019800101001X')).toBe('4420**********001X');
    expect(maskIdCardNumber('440524800101001')).toBe('4405*******1001');
    expect(maskIdCardNumber('1234567')).toBe('1*****7');
    expect(maskIdCardNumber('12')).toBe('**');
    expect(maskIdCardNumber('')).toBe('');
  });
  it('gives the last six', () => expect(lastSix('44200019800101001X')).toBe('01001X'));
});
