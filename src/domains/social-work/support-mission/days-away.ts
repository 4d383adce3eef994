import { daysBetween, parsePlainDate } from '../../../kernel/values/plain-date.ts';

/** Days of a mission, the first and the last counted; undefined while either day is not written. */
export function daysAway(startsOn: unknown, endsOn: unknown): number | undefined {
  const from = typeof startsOn === 'string' ? parsePlainDate(startsOn) : undefined;
  const to = typeof endsOn === 'string' ? parsePlainDate(endsOn) : undefined;
  return from === undefined || to === undefined ? undefined : daysBetween(from, to) + 1;
}

/** Whether a day lies in a term, first and last counted; a side that is not written is open. */
export const within = (day: unknown, first: unknown, last: unknown): boolean =>
  typeof day !== 'string' || !((typeof first === 'string' && day < first) || (typeof last === 'string' && day > last));
