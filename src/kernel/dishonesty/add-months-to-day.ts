import { addMonths, lastDayOf, monthOf } from '../values/month.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** The same day so many months on; the month's last where it has no such day. */
export function addMonthsToDay(from: PlainDate, months: number): PlainDate {
  const month = addMonths(monthOf(from), months);
  const [last, same] = [lastDayOf(month), `${month}-${from.slice(8)}` as PlainDate];
  return same > last ? last : same;
}
