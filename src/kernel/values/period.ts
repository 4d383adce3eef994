import type { PlainDate } from './plain-date.ts';

/** A stretch of days, half-open `[from, to)`: `to` is the first day it no longer holds; null means without end. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Takes the two ends. Throws when the period would be empty. */
export function period(from: PlainDate, to: PlainDate | null): Period {
  if (to !== null && to <= from) throw new RangeError(`empty period: [${from}, ${to})`);
  return { from, to };
}

/** Whether the day lies in the period. */
export function contains(span: Period, day: PlainDate): boolean {
  return span.from <= day && (span.to === null || day < span.to);
}

/** Whether two periods share at least one day. Periods that only touch do not. */
export function overlaps(left: Period, right: Period): boolean {
  return intersect(left, right) !== undefined;
}

/** The days in both periods, or undefined when there are none. */
export function intersect(left: Period, right: Period): Period | undefined {
  const from = left.from > right.from ? left.from : right.from;
  const to = earlierEnd(left.to, right.to);
  return to === null || from < to ? { from, to } : undefined;
}

function earlierEnd(left: PlainDate | null, right: PlainDate | null): PlainDate | null {
  if (left === null) return right;
  if (right === null) return left;
  return left < right ? left : right;
}
