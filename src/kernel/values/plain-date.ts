import { normaliseDigits } from './chinese-text.ts';

/** A day of the calendar, `YYYY-MM-DD`, years 0001 to 9999, with no clock and no zone. Sorts as text. */
export type PlainDate = string & { readonly __brand: 'plain-date' };

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Takes `YYYY-MM-DD`. Throws when the day does not exist. */
export function plainDate(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day === undefined) throw new RangeError(`not a day: ${text}`);
  return day;
}

/** Undefined unless the text is exactly `YYYY-MM-DD` and names a real day. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const parts = SHAPE.exec(text);
  if (parts === null) return undefined;
  return isRealDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) ? (text as PlainDate) : undefined;
}

/** The day of these numbers (month 1–12), or undefined when there is none. */
export function findDay(year: number, month: number, day: number): PlainDate | undefined {
  return isRealDay(year, month, day) ? write(year, month, day) : undefined;
}

/**
 * A day as people write it: `2014-11-26`, `2014.11.26`, `2014/1/6`, `20141126`, `2014年11月26日`, also in full-width digits.
 * Undefined for anything else; a bare number is never taken for a day counted from 1900 (the importer decides that).
 */
export function parseWrittenDate(text: string): PlainDate | undefined {
  const plain = normaliseDigits(text).replace(/\s/g, '').replace(/[．。]/g, '.').replace(/[－—–]/g, '-').replace(/／/g, '/');
  const parts = /^(\d{4})(?:([-./])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]|(\d{2})(\d{2}))$/.exec(plain);
  if (parts === null) return undefined;
  return findDay(Number(parts[1]), Number(parts[3] ?? parts[5] ?? parts[7]), Number(parts[4] ?? parts[6] ?? parts[8]));
}

function isRealDay(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** 28 to 31; month 1–12. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

function write(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate;
}

export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

/** 1 to 12. The month as a value (`2014-11`) is `monthOf` in `month.ts`. */
export function monthNumberOf(day: PlainDate): number {
  return Number(day.slice(5, 7));
}

/** 1 to 31. */
export function dayOfMonth(day: PlainDate): number {
  return Number(day.slice(8, 10));
}

/** `Date.UTC` takes years 0–99 for 1900–1999, so the year is set by itself. */
function dayNumber(day: PlainDate): number {
  return new Date(0).setUTCFullYear(yearOf(day), monthNumberOf(day) - 1, dayOfMonth(day)) / DAY_MS;
}

/** 自然日: `days` later, or earlier when negative. Throws beyond the years 0001–9999. */
export function addDays(day: PlainDate, days: number): PlainDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a whole number of days: ${days}`);
  const moved = new Date((dayNumber(day) + days) * DAY_MS);
  const result = findDay(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
  if (result === undefined) throw new RangeError(`no such day: ${day} + ${days}`);
  return result;
}

/**
 * The same day `years` later; 29 February becomes 28 February in a common year
 * (民法典 第二百零二条: 没有对应日的，月末日为期间的最后一日).
 */
export function addYears(day: PlainDate, years: number): PlainDate {
  const year = yearOf(day) + years;
  const month = monthNumberOf(day);
  const result = findDay(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)));
  if (result === undefined) throw new RangeError(`no such day: ${day} + ${years} years`);
  return result;
}

/** Days from `from` until `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same of what stands in a field; undefined where one of them is not a day. */
export function daysBetweenWritten(from: unknown, to: unknown): number | undefined {
  const [first, last] = [from, to].map((one) => (typeof one === 'string' ? parsePlainDate(one) : undefined));
  return first === undefined || last === undefined ? undefined : daysBetween(first, last);
}

/** For `sort`: −1, 0 or 1. */
export function compareDates(left: PlainDate, right: PlainDate): -1 | 0 | 1 {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The first day of a month (`Month` of `month.ts`, spelt out here so that the two files do not import each other). */
export function firstDayOf(month: string & { readonly __brand: 'month' }): PlainDate {
  return `${month}-01` as PlainDate;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: PlainDate): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/**
 * Age in whole years (周岁) on a day. It rises ON the birthday, as the civil-affairs rules are worked in practice.
 * Criminal law counts from the day after the birthday (法释〔2006〕1号 第二条); a rule that needs that passes the day before.
 * Someone born on 29 February turns a year older on 1 March of a common year. Negative when not yet born.
 */
export function ageOn(birth: PlainDate, day: PlainDate): number {
  const years = yearOf(day) - yearOf(birth);
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** `2014年11月26日`, without leading zeros: for sentences and papers. */
export function formatDateLong(day: PlainDate): string {
  return `${yearOf(day)}年${monthNumberOf(day)}月${dayOfMonth(day)}日`;
}

/** `11月26日`: for sentences whose year is plain. */
export function formatMonthDay(day: PlainDate): string {
  return `${monthNumberOf(day)}月${dayOfMonth(day)}日`;
}

/** `11-26`: for tables and strips whose year is said elsewhere. */
export function formatDateShort(day: PlainDate): string {
  return day.slice(5);
}
