import { daysBetween, daysInMonth, dayOfMonth, findDay, monthNumberOf, parsePlainDate, yearOf, type PlainDate } from '../../../kernel/values/plain-date.ts';

/** 下次应做: the last delivery and the cycle in months; the last of a month stays the last. Undefined before the first delivery: from then on the desk's reminder counts from the day the service began. */
export function nextDue(lastDone: unknown, cycleMonths: unknown): PlainDate | undefined {
  const last = typeof lastDone === 'string' ? parsePlainDate(lastDone) : undefined;
  if (last === undefined || typeof cycleMonths !== 'number') return undefined;
  const months = yearOf(last) * 12 + monthNumberOf(last) - 1 + cycleMonths;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return findDay(year, month, Math.min(dayOfMonth(last), daysInMonth(year, month)));
}

/** 逾期天数: from the day after it was due. */
export const daysOver = (due: PlainDate | undefined, today: PlainDate): number | undefined => (due === undefined || due >= today ? undefined : daysBetween(due, today));
