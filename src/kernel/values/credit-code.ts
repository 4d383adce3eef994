import { normaliseDigits } from './chinese-text.ts';

/** An organisation's 统一社会信用代码, taken apart (GB 32100-2015). */
export interface ValidCreditCode {
  readonly ok: true;
  /** 18 characters, upper-case: the form to store and compare. */
  readonly number: string;
  /** 登记管理部门 and 机构类别: `51` a social group, `52` a private non-enterprise unit, `53` a foundation, `12` a public institution, … */
  readonly registrar: string;
  readonly category: string;
  /** The division of the registering office (登记管理机关), six digits. */
  readonly divisionCode: string;
  /** 主体标识码: the nine-character organisation code of GB 11714. */
  readonly organisationCode: string;
}

export interface RefusedCreditCode {
  readonly ok: false;
  readonly code: 'credit-code.length' | 'credit-code.characters' | 'credit-code.check-character';
  readonly sentence: string;
}

/** Digits and capital letters without I, O, S, V and Z, which are mistaken for digits or each other. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Reads a 统一社会信用代码 as typed or imported. Lower-case letters, spaces and full-width digits are put right. */
export function checkCreditCode(text: string): ValidCreditCode | RefusedCreditCode {
  const number = normaliseDigits(text).replace(/\s/g, '').toUpperCase();
  if (number.length !== 18) {
    return { ok: false, code: 'credit-code.length', sentence: `统一社会信用代码应为18位，现在是${[...number].length}位，请对照证书核对。` };
  }
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(number)) {
    return {
      ok: false,
      code: 'credit-code.characters',
      sentence: '统一社会信用代码只用数字和大写字母（没有I、O、S、V、Z），第3至8位是数字，请对照证书核对。',
    };
  }
  if (creditCodeCheckCharacter(number.slice(0, 17)) !== number[17]) {
    return { ok: false, code: 'credit-code.check-character', sentence: '统一社会信用代码的校验位不对，可能有一位写错，请对照证书核对。' };
  }
  return {
    ok: true,
    number,
    registrar: number.slice(0, 1),
    category: number.slice(1, 2),
    divisionCode: number.slice(2, 8),
    organisationCode: number.slice(8, 17),
  };
}

/** The 18th character of a code of which the first 17 are given: weights 3^(i−1), modulus 31. */
export function creditCodeCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError('a credit code has only characters of GB 32100');
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  if (first17.length !== 17) throw new RangeError('a credit code has 17 characters before its check character');
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}
