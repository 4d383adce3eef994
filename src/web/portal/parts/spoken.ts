import { formatMonth, parseMonth } from '../../../kernel/values/month.ts';
import { addDays, daysBetween, formatDateLong, parsePlainDate } from '../../../kernel/values/plain-date.ts';

const DIGITS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 三口人, 两口人; from eleven on in digits. */
export function peopleWords(count: number): string {
  return `${DIGITS[count] ?? String(count)}口人`;
}

/** 11月21日; with the year when it is another than today's. */
export function dayWords(day: string, today: string | undefined): string {
  const known = parsePlainDate(day);
  if (known === undefined) return day;
  const long = formatDateLong(known);
  return today?.slice(0, 4) === day.slice(0, 4) ? long.slice(5) : long;
}

/** 还剩 2 天 · 今天是最后一天 · 已经结束. `ends` is the last day. */
export function daysLeftWords(ends: string, today: string): string {
  const [last, now] = [parsePlainDate(ends), parsePlainDate(today)];
  if (last === undefined || now === undefined) return '';
  const left = daysBetween(now, last);
  if (left < 0) return '已经结束';
  return left === 0 ? '今天是最后一天' : `还剩 ${left} 天`;
}

/** The day after, as words: when something that runs until a day is over. */
export function dayAfterWords(day: string, today: string | undefined): string {
  const known = parsePlainDate(day);
  return known === undefined ? day : dayWords(addDays(known, 1), today);
}

/** 5 个工作日, 7 天 */
export function limitWords(limit: { readonly days: number; readonly calendar: 'working' | 'calendar' }): string {
  return limit.calendar === 'working' ? `${limit.days} 个工作日` : `${limit.days} 天`;
}

/** 2014年12月, or 12月 within the year of today. */
export function monthWords(month: string, today: string | undefined): string {
  const known = parseMonth(month);
  if (known === undefined) return month;
  return today?.slice(0, 4) === month.slice(0, 4) ? `${Number(month.slice(5))}月` : formatMonth(known);
}
