import type { OverallLimit } from '../contract/procedure.ts';
import { addDays, daysBetween, type PlainDate } from '../values/plain-date.ts';
import { addWorkingDays, workingDayOnOrAfter, workingDaysBetween, type WorkingCalendar } from '../values/working-days.ts';

/** Name under which the limit of the whole case is prolonged. */
export const WHOLE_CASE = 'whole-case';

/** The limit of a whole case as it stands. Days are of the limit's own kind. */
export interface OverallState {
  /** Day it is counted from, itself not counted. */
  readonly from: PlainDate;
  readonly dueOn: PlainDate;
  readonly calendar: 'working' | 'calendar';
  readonly extendedDays: number;
  readonly pausedDays: number;
  readonly assumed: boolean;
  /** Since when it stands still; null while it runs. */
  readonly stoppedSince: PlainDate | null;
  /** Day of the decision, or of any other end. */
  readonly doneOn: PlainDate | null;
}

interface Act { readonly step: string; readonly on: PlainDate; readonly data: Readonly<Record<string, unknown>> }

/** The clock of a whole case after one more action. `stopped`: the case now waits for the applicant. Pure. */
export function advanceOverall(before: OverallState | null, action: Act, now: { readonly stopped: boolean; readonly final: boolean }, limit: OverallLimit | undefined, calendar: WorkingCalendar): OverallState | null {
  if (!limit) return null;
  if (before === null) return action.step === limit.from ? settle({ from: action.on, extendedDays: 0, pausedDays: 0, stoppedSince: now.stopped ? action.on : null, doneOn: null }, limit, calendar) : null;
  if (before.doneOn !== null) return before;
  let { extendedDays, pausedDays, stoppedSince } = before;
  if (action.step === 'extend' && action.data['task'] === WHOLE_CASE) extendedDays += Number(action.data['days']);
  if (stoppedSince !== null && !now.stopped) {
    pausedDays += limit.limit.calendar === 'working' ? workingDaysBetween(calendar, stoppedSince, action.on).days : daysBetween(stoppedSince, action.on);
    stoppedSince = null;
  } else if (stoppedSince === null && now.stopped) stoppedSince = action.on;
  const doneOn = now.final || limit.until.includes(action.step) ? action.on : null;
  return settle({ from: before.from, extendedDays, pausedDays, stoppedSince, doneOn }, limit, calendar);
}

function settle(clock: Omit<OverallState, 'dueOn' | 'assumed' | 'calendar'>, { limit }: OverallLimit, calendar: WorkingCalendar): OverallState {
  const days = limit.days + clock.extendedDays + clock.pausedDays;
  const counted = limit.calendar === 'working' ? addWorkingDays(calendar, clock.from, days) : workingDayOnOrAfter(calendar, addDays(clock.from, days));
  return { ...clock, calendar: limit.calendar, dueOn: counted.day, assumed: counted.assumed };
}

/** Days by which the law still lets the whole case be prolonged. */
export const extensionLeft = (limit: OverallLimit | undefined, clock: OverallState | null): number =>
  (!limit?.extendedTo || clock === null || clock.doneOn !== null ? 0 : Math.max(0, limit.extendedTo - limit.limit.days - clock.extendedDays));
