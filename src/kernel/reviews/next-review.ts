import { addMonths, lastDayOf, monthsBetween, type Month } from '../values/month.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** When a household was last looked at, and from which month reviews are this platform's. */
export interface ReviewedLast {
  /** Month of the last decision or review; of a grant taken over, the month it began. */
  readonly month: Month;
  /** True for a grant taken over: its reviews went on elsewhere in between, so only the rhythm counts. */
  readonly takenOver: boolean;
  /** First month whose reviews are done here. */
  readonly begins: Month;
}

/**
 * Month in which the next review falls due: so many months after the last look. Of a grant taken over, the next beat of its rhythm from the
 * month reviews begin here. Pure.
 */
export function nextReview(last: ReviewedLast, months: number): Month {
  const next = addMonths(last.month, months);
  if (!last.takenOver || next >= last.begins) return next;
  return addMonths(next, Math.ceil(monthsBetween(next, last.begins) / months) * months);
}

/** A review is done within its month: opened when it begins, overdue when it is over. */
export const dueDay = (month: Month): PlainDate => lastDayOf(month);
