import { normaliseDigits } from './chinese-text.ts';
import { findDay, type PlainDate } from './plain-date.ts';

/** Stable codes of what is wrong with a number that should be a 公民身份号码 or a residence permit's number. */
export type IdCardRefusalCode =
  | 'id.length'
  | 'id.fifteen-digits'
  | 'id.stored-as-number'
  | 'id.characters'
  | 'id.area-code'
  | 'id.birth-date'
  | 'id.check-digit';

/** Accepted, but not as it was written: the sentence tells the person what was changed. */
export interface IdCardNote {
  readonly code: 'id.full-width' | 'id.spaces';
  readonly sentence: string;
}

export interface ValidIdCardNumber {
  readonly ok: true;
  /** 18 characters, half-width, X upper-case: the form to store and compare. */
  readonly number: string;
  readonly kind: 'id-card' | 'residence-permit';
  readonly birthDate: PlainDate;
  readonly sex: 'male' | 'female';
  /** The six-digit code of the county where the number was first given; not where the person lives. */
  readonly areaCode: string;
  readonly note?: IdCardNote;
}

export interface RefusedIdCardNumber {
  readonly ok: false;
  readonly code: IdCardRefusalCode;
  readonly sentence: string;
  /** The number as it was understood (half-width, without spaces), for showing beside what was typed. */
  readonly normalised: string;
}

export interface IdCardCheckOptions {
  /** Accept area codes that were never allotted (county part 99, such as 442099): invented people of a demo city only. */
  readonly demo?: boolean;
  /** When given, a birth date after this day is refused. */
  readonly today?: PlainDate;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** Province parts of GB/T 2260. 81, 82 and 83 stand apart: residence permits of Hong Kong, Macao and Taiwan residents. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
);
/** 港澳台居民居住证申领发放办法 (国办发〔2018〕81号) 第三条: 810000, 820000, 830000. */
const RESIDENCE_PERMIT_AREAS = new Set(['810000', '820000', '830000']);
/** GB/T 2260 has never given 99 as a county part, so no living person's number can be met by an invented one. */
const NEVER_ALLOTTED = /99$/;
/** Numbers were first given in 1984; nobody born before this year can have one, so an earlier year is a slip. */
const EARLIEST_BIRTH_YEAR = 1850;

/**
 * Reads an 18-character 公民身份号码 (GB 11643-1999) or residence-permit number as typed or imported. Full-width digits, a
 * lower-case x and spaces are put right; what cannot be put right is refused with a stable code and a Chinese sentence.
 */
export function checkIdCardNumber(text: string, options: IdCardCheckOptions = {}): ValidIdCardNumber | RefusedIdCardNumber {
  const number = normalise(text);
  const refuse = (code: IdCardRefusalCode, sentence: string): RefusedIdCardNumber => ({ ok: false, code, sentence, normalised: number });
  const shape = refuseShape(number);
  if (shape !== undefined) return refuse(shape.code, shape.sentence);
  const areaCode = number.slice(0, 6);
  const area = refuseArea(areaCode, options.demo === true);
  if (area !== undefined) return refuse('id.area-code', area);
  const birthDate = readBirthDate(number);
  if (birthDate === undefined || (options.today !== undefined && birthDate > options.today)) {
    return refuse('id.birth-date', `身份证号码第7至14位“${number.slice(6, 14)}”不是真实的出生日期，请对照证件核对。`);
  }
  if (idCardCheckDigit(number.slice(0, 17)) !== number[17]) return refuse(...checkDigitRefusal(number));
  const note = noteOf(text);
  return {
    ok: true,
    number,
    kind: RESIDENCE_PERMIT_AREAS.has(areaCode) ? 'residence-permit' : 'id-card',
    birthDate,
    sex: Number(number[16]) % 2 === 1 ? 'male' : 'female',
    areaCode,
    ...(note === undefined ? {} : { note }),
  };
}

const SPACES = /[\s\u180E\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** A leading apostrophe is how spreadsheets mark a cell as text. */
function normalise(text: string): string {
  return normaliseDigits(text).replace(SPACES, '').replace(/^['‘’＇]/, '').replace(/[xｘＸ]$/, 'X');
}

function noteOf(text: string): IdCardNote | undefined {
  if (/[０-９Ｘｘ]/.test(text)) return { code: 'id.full-width', sentence: '身份证号码里的全角字符已换成半角。' };
  if (text.search(SPACES) >= 0 || /^['‘’＇]/.test(text)) return { code: 'id.spaces', sentence: '身份证号码里的空格等多余字符已去掉。' };
  return undefined;
}

function refuseShape(number: string): { code: IdCardRefusalCode; sentence: string } | undefined {
  if (/^\d(?:\.\d+)?E\+?1[47]$/i.test(number)) return { code: 'id.stored-as-number', sentence: STORED_AS_NUMBER };
  if (/^\d{15}$/.test(number)) {
    return { code: 'id.fifteen-digits', sentence: '这是15位旧号，请换成18位身份证号码。' };
  }
  if (number.length !== 18) {
    return { code: 'id.length', sentence: `身份证号码应为18位，现在是${[...number].length}位，请对照证件核对。` };
  }
  if (!/^\d{17}[\dX]$/.test(number)) {
    return { code: 'id.characters', sentence: '身份证号码只能由数字组成，最后一位可以是X，请对照证件核对。' };
  }
  return undefined;
}

const STORED_AS_NUMBER = '身份证号码在表格里存成了数值，后几位已经丢失。请把这一列改为文本格式，再对照证件重新填写。';

function refuseArea(areaCode: string, demo: boolean): string | undefined {
  if (RESIDENCE_PERMIT_AREAS.has(areaCode)) return undefined;
  if (areaCode.startsWith('9')) return '以9开头的是外国人永久居留身份证号码，请把证件种类改为“外国人永久居留身份证”。';
  if (!PROVINCES.has(areaCode.slice(0, 2)) || areaCode.slice(2) === '0000') {
    return `身份证号码前6位“${areaCode}”不是行政区划代码，请对照证件核对。`;
  }
  if (NEVER_ALLOTTED.test(areaCode) && !demo) return `身份证号码前6位“${areaCode}”从未启用过，只在演示城市使用，请填写真实的身份证号码。`;
  return undefined;
}

function readBirthDate(number: string): PlainDate | undefined {
  const year = Number(number.slice(6, 10));
  if (year < EARLIEST_BIRTH_YEAR) return undefined;
  return findDay(year, Number(number.slice(10, 12)), Number(number.slice(12, 14)));
}

/** A spreadsheet keeps 15 digits of a number and fills up with zeros: 442000198001010016 comes back as …010000. */
function checkDigitRefusal(number: string): [IdCardRefusalCode, string] {
  if (number.endsWith('000')) return ['id.stored-as-number', STORED_AS_NUMBER];
  return ['id.check-digit', '身份证号码的校验位不对，其中可能有一位写错或两位写反，请对照证件核对。'];
}

/** The 18th character of a number of which the first 17 digits are given (GB 11643-1999, ISO 7064 MOD 11-2). */
export function idCardCheckDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('an id number has 17 digits before its check digit');
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS[sum % 11] ?? '';
}

/** `4420**********001X`: what lists, copies and notices show. Keeps four at each end, and less of a short text. */
export function maskIdCardNumber(number: string): string {
  const kept = number.length > 8 ? 4 : number.length > 2 ? 1 : 0;
  return number.slice(0, kept) + '*'.repeat(number.length - kept * 2) + number.slice(number.length - kept);
}

/** The last six characters, by which a counter asks a person to confirm who they are. */
export function lastSix(number: string): string {
  return number.slice(-6);
}
