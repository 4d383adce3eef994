/** A division's number: 6 digits (GB/T 2260), 9 (with the town part, GB/T 10114) or 12 (with the village part, 统计用区划代码). */
export type DivisionCode = string & { readonly __brand: 'division-code' };

export type DivisionLevel = 'province' | 'city' | 'county' | 'town' | 'village';

/** The parts of a code; a part is there when the code reaches that level. Each is the whole code of that level's division. */
export interface DivisionCodeParts {
  readonly province: string;
  readonly city?: string;
  readonly county?: string;
  readonly town?: string;
  readonly village?: string;
}

/** Takes a code of 6, 9 or 12 digits. Throws otherwise. */
export function divisionCode(text: string): DivisionCode {
  const code = parseDivisionCode(text);
  if (code === undefined) throw new RangeError(`not a division code: ${text}`);
  return code;
}

/** Undefined unless the text has 6, 9 or 12 digits, begins with a province and has no part below an empty one. */
export function parseDivisionCode(text: string): DivisionCode | undefined {
  if (!/^[1-9]\d(?:\d{4}|\d{7}|\d{10})$/.test(text)) return undefined;
  const [, city, county, town, village] = cut(text);
  if (city === '00' && (county !== '00' || !isEmpty(town) || !isEmpty(village))) return undefined;
  if (isEmpty(town) && !isEmpty(village)) return undefined;
  return text as DivisionCode;
}

function cut(code: string): [string, string, string, string, string] {
  return [code.slice(0, 2), code.slice(2, 4), code.slice(4, 6), code.slice(6, 9), code.slice(9, 12)];
}

function isEmpty(part: string): boolean {
  return /^0*$/.test(part);
}

/**
 * How far a code reaches. A city without counties (中山 442000, 东莞 441900) has towns right below it: 442000001 is a town
 * whose county part is 00. In 12-digit statistical codes such a city may also stand as a county of its own.
 */
export function divisionLevelOf(code: DivisionCode): DivisionLevel {
  const [, city, county, town, village] = cut(code);
  if (!isEmpty(village)) return 'village';
  if (!isEmpty(town)) return 'town';
  if (county !== '00') return 'county';
  return city === '00' ? 'province' : 'city';
}

/**
 * The codes of a division and of those the NUMBER places above it: province, city and county with six digits, town with nine,
 * village with twelve. Numbers change hands over the years (增城 440183 → 440118), so this is for reading and checking numbers;
 * who stands under whom, and who may see what, is told by the dated tree of divisions alone.
 */
export function divisionCodeParts(code: DivisionCode): DivisionCodeParts {
  const [province, city, county, town, village] = cut(code);
  return {
    province: `${province}0000`,
    ...(city === '00' ? {} : { city: `${province}${city}00` }),
    ...(county === '00' ? {} : { county: `${province}${city}${county}` }),
    ...(isEmpty(town) ? {} : { town: code.slice(0, 9) }),
    ...(isEmpty(village) ? {} : { village: code.slice(0, 12) }),
  };
}

/** The code with twelve digits, filled up with zeros: `442000` is `442000000000`. */
export function fullDivisionCode(code: DivisionCode): DivisionCode {
  return code.padEnd(12, '0') as DivisionCode;
}
