import { daysInMonth, type PlainDate } from './plain-date.ts';

/** A month of the calendar, `YYYY-MM`, years 0001 to 9999: what a roll, a standard and a benefit are counted by. */
export type Month = string & { readonly __brand: 'month' };

/** Takes `YYYY-MM`. Throws when there is no such month. */
export function month(text: string): Month {
  const value = parseMonth(text);
  if (value === undefined) throw new RangeError(`not a month: ${text}`);
  return value;
}

/** Undefined unless the text is exactly `YYYY-MM` with month 01–12. */
export function parseMonth(text: string): Month | undefined {
  return /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? (text as Month) : undefined;
}

/** The month a day lies in. */
export function monthOf(day: PlainDate): Month {
  return day.slice(0, 7) as Month;
}

function ordinal(value: Month): number {
  return Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7)) - 1;
}

/** `months` later, or earlier when negative. Throws beyond the years 0001–9999. */
export function addMonths(value: Month, months: number): Month {
  if (!Number.isSafeInteger(months)) throw new RangeError(`not a whole number of months: ${months}`);
  const moved = ordinal(value) + months;
  const year = String(Math.floor(moved / 12)).padStart(4, '0');
  return month(`${year}-${String((((moved % 12) + 12) % 12) + 1).padStart(2, '0')}`);
}

/** Months from `from` until `to`; negative when `to` is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return ordinal(to) - ordinal(from);
}

/** For `sort`: −1, 0 or 1. */
export function compareMonths(left: Month, right: Month): -1 | 0 | 1 {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The months of `[from, toExclusive)`, in order; none when it is empty. */
export function listMonths(from: Month, toExclusive: Month): Month[] {
  const months: Month[] = [];
  for (let value = from; value < toExclusive; value = addMonths(value, 1)) months.push(value);
  return months;
}

/** The last day of the month (28 to 31). */
export function lastDayOf(value: Month): PlainDate {
  const days = daysInMonth(Number(value.slice(0, 4)), Number(value.slice(5, 7)));
  return `${value}-${days}` as PlainDate;
}

/** `2014年12月`, without a leading zero. */
export function formatMonth(value: Month): string {
  return `${Number(value.slice(0, 4))}年${Number(value.slice(5, 7))}月`;
}
