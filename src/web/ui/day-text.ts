import { formatDateLong, formatDateShort, parsePlainDate, weekdayOf } from '../../kernel/values/plain-date.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** For tables and strips: `11-26` within the year of `today`, `2013-11-26` across years; text that is no day stays as it is (12月). */
export function dayShort(day: string, today?: string): string {
  const known = parsePlainDate(day);
  if (known === undefined) return day;
  return today !== undefined && day.slice(0, 4) !== today.slice(0, 4) ? day : formatDateShort(known);
}

/** For sentences: `2014年11月26日`. */
export function dayLong(day: string): string {
  const known = parsePlainDate(day);
  return known === undefined ? day : formatDateLong(known);
}

/** For the top strip: `2014年11月18日，周二`. */
export function dayWithWeekday(day: string): string {
  const known = parsePlainDate(day);
  return known === undefined ? day : `${formatDateLong(known)}，周${WEEKDAYS[weekdayOf(known) - 1]}`;
}
