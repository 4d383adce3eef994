import { addMonths, lastDayOf, monthOf } from '../values/month.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** The same day so many months later, the last day of the month where there is none: the day a status of so many months no longer holds. */
export function addMonthsToDay(day: PlainDate, months: number): PlainDate {
  const month = addMonths(monthOf(day), months);
  const wanted = `${month}-${day.slice(8)}` as PlainDate;
  const last = lastDayOf(month);
  return wanted > last ? last : wanted;
}
