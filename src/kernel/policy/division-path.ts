/** Code under which national law and national figures are declared: it stands above every province. */
export const NATION = '00';

/** One way to write a division in declarations: province `44` (not 440000), county or city 6 digits, town 9, village 12. */
export function shortDivisionCode(code: string): string {
  if (/^\d{12}$/.test(code) && code.endsWith('000')) return shortDivisionCode(code.slice(0, 9));
  if (/^\d{9}$/.test(code) && code.endsWith('000')) return shortDivisionCode(code.slice(0, 6));
  return /^\d{2}0000$/.test(code) ? code.slice(0, 2) : code;
}

/** Where law and figures are looked for, in this order: the divisions given, most specific first, then the nation. */
export function searchPath(divisions: readonly string[]): string[] {
  return [...new Set([...divisions.map(shortDivisionCode), NATION])];
}

/**
 * The codes a division hangs under, the most specific first, up to the province, read from the code's own structure
 * (GB/T 2260: province 2 digits, city 4 + `00`, county 6, town 9, village 12 digits): `442000001` → 442000001, 442000, 44.
 * For callers without the dated tree of a city (command line, examples, browser). Who has the tree passes its path instead:
 * a division that was moved keeps its old digits (增城 440183 became 440118).
 */
export function divisionPath(code: string): string[] {
  if (!/^(?:\d{2}|\d{6}|\d{9}|\d{12})$/.test(code)) throw new RangeError(`not a division code of 2, 6, 9 or 12 digits: ${code}`);
  const levels = [12, 9, 6].filter((digits) => code.length >= digits).map((digits) => code.slice(0, digits));
  return [...new Set([...levels, code.length >= 6 ? `${code.slice(0, 4)}00` : code, code.slice(0, 2)].map(shortDivisionCode))];
}
