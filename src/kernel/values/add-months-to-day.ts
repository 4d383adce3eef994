import { addMonths, lastDayOf, monthOf } from './month.ts';
import type { PlainDate } from './plain-date.ts';

/** The same day so many months later (or, below 0, earlier), the last day of the month where there is none: the day a term of so many months is over. */
export function addMonthsToDay(day: PlainDate, months: number): PlainDate {
  const month = addMonths(monthOf(day), months);
  const wanted = `${month}-${day.slice(8)}` as PlainDate;
  const last = lastDayOf(month);
  return wanted > last ? last : wanted;
}
