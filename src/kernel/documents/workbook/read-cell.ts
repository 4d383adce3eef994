import { normaliseDigits, trimAll } from '../../values/chinese-text.ts';
import { monthOf, parseMonth, type Month } from '../../values/month.ts';
import { parseWrittenDate, type PlainDate } from '../../values/plain-date.ts';
import { dayOfSerial, type SheetCell } from './sheet-rows.ts';

/** How a field of the list is read: its value, or why it cannot be. Pure; who is told is decided elsewhere. */
export type FieldReading<Value, Fault extends string> =
  | { readonly ok: true; readonly value: Value; readonly from?: 'serial' | 'text' }
  | { readonly ok: false; readonly fault: Fault };

/** A bare number of this size in a date column is rather a year somebody typed than a day counted from 1900. */
const LIKE_A_YEAR = { from: 1850, to: 2200 };

/**
 * A day from a date cell, `1980.5.1`, `1980年5月1日`, `19800501`, or a day counted from 1900 (the cell lost its date format).
 * Two-figure years, a day without its year and `1980.5` could mean several days and are ambiguous.
 */
export function readDay(cell: SheetCell, date1904: boolean, today: PlainDate): FieldReading<PlainDate, 'unreadable' | 'ambiguous'> {
  if (cell.date !== undefined) return { ok: true, value: cell.date };
  const text = plainText(cell.text.replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, ''));
  const written = parseWrittenDate(text);
  if (written !== undefined) return { ok: true, value: written };
  const serial = /^\d{1,5}$/.test(text) ? Number(text) : undefined;
  if (serial !== undefined && (serial < LIKE_A_YEAR.from || serial > LIKE_A_YEAR.to)) {
    const day = dayOfSerial(serial, date1904);
    if (day !== undefined && day <= today) return { ok: true, value: day, from: 'serial' };
    return { ok: false, fault: 'unreadable' };
  }
  const partial = /^(?:\d{4}|\d{4}[-./年]\d{1,2}月?|\d{6}|\d{1,2}[-./年]\d{1,2}[-./月]\d{1,4}日?|\d{1,2}[-./月]\d{1,2}日?)$/.test(text);
  return { ok: false, fault: partial ? 'ambiguous' : 'unreadable' };
}

/** A month from a date cell, `2014-01`, `2014.1` as text, `2014年1月`, `201401` or a whole day. `2014.1` as a number is 1 or 10. */
export function readMonth(cell: SheetCell, date1904: boolean): FieldReading<Month, 'unreadable' | 'ambiguous'> {
  if (cell.date !== undefined) return { ok: true, value: monthOf(cell.date) };
  const text = plainText(cell.text.replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, ''));
  const day = parseWrittenDate(text);
  if (day !== undefined) return { ok: true, value: monthOf(day) };
  if (cell.kind === 'number' && /^\d{4}\.\d$/.test(text)) return { ok: false, fault: 'ambiguous' };
  const parts = /^(\d{4})(?:[-./](\d{1,2})|年(\d{1,2})月|(\d{2}))(?:起|份)?$/.exec(text);
  const month = parts === null ? undefined : parseMonth(`${parts[1]}-${(parts[2] ?? parts[3] ?? parts[4] ?? '').padStart(2, '0')}`);
  if (month !== undefined) return { ok: true, value: month };
  const serial = /^\d{5}$/.test(text) ? dayOfSerial(Number(text), date1904) : undefined;
  if (serial !== undefined) return { ok: true, value: monthOf(serial), from: 'serial' };
  return { ok: false, fault: /^\d{4}年?$/.test(text) ? 'ambiguous' : 'unreadable' };
}

/** A bank account: 8 to 32 digits, in whatever groups it was written. Undefined otherwise. */
export function readAccount(text: string): string | undefined {
  const plain = plainText(text).replace(/^['‘’`]/, '').replace(/-/g, '');
  return /^\d{8,32}$/.test(plain) ? plain : undefined;
}

/** Half-width digits, no spaces of any kind, one kind of full stop. */
export function plainText(text: string): string {
  return normaliseDigits(text).replace(/[\s\u200B-\u200F\uFEFF]/g, '').replace(/[．。]/g, '.').replace(/／/g, '/').replace(/[－—–]/g, '-').replace(/\.$/, '');
}

export interface NameReading {
  readonly name: string;
  readonly fault?: 'private-use' | 'illegible';
  readonly spacesRemoved: boolean;
}

/** A name as the identity card writes it: spaces that only align two characters go, one kind of dot between its parts. */
export function readName(text: string): NameReading {
  const trimmed = trimAll(text);
  const dotted = trimmed.replace(/[•・･‧∙．.。﹒](?=\p{Script=Han})/gu, '·');
  const name = dotted.replace(/(?<=[\p{Script=Han}·])[\s\u3000\u200B-\u200F\uFEFF]+(?=[\p{Script=Han}·])/gu, '');
  const spacesRemoved = name.length !== dotted.length;
  if (/[\uE000-\uF8FF\u{F0000}-\u{10FFFD}]/u.test(name)) return { name, fault: 'private-use', spacesRemoved };
  const legible = /^(?:[\p{Script=Han}·〇々]{1,50}|[\p{Script=Latin}][\p{Script=Latin} .'·-]{0,80})$/u.test(name);
  return legible ? { name, spacesRemoved } : { name, fault: 'illegible', spacesRemoved };
}
