import { addDays, compareDates, daysBetween, type PlainDate } from '../values/plain-date.ts';
import { listDays, workingDaysBetween, type WorkingCalendar } from '../values/working-days.ts';

/** A limit as a row of squares: how much is used, how much is left, what each day is. */
export interface TaskClock {
  readonly from: PlainDate;
  readonly dueOn: PlainDate;
  readonly calendar: 'working' | 'calendar';
  /** Days of the limit's own kind: the whole, used up to today, left (negative = overdue). */
  readonly limit: number;
  readonly used: number;
  readonly left: number;
  /** One letter a day from the day after `from` to the due day: w counts, f is free. */
  readonly squares: string;
  readonly assumed: boolean;
}

export function taskClock(task: { from: PlainDate; dueOn: PlainDate; calendar: 'working' | 'calendar'; assumed: boolean }, today: PlainDate, calendar: WorkingCalendar): TaskClock {
  const count = (from: PlainDate, to: PlainDate): number => (task.calendar === 'working' ? workingDaysBetween(calendar, from, to).days : daysBetween(from, to));
  const days = listDays(calendar, addDays(task.from, 1), addDays(task.dueOn, 1));
  return {
    ...task, limit: count(task.from, task.dueOn), used: compareDates(today, task.from) > 0 ? count(task.from, today) : 0, left: count(today, task.dueOn),
    squares: days.map((day) => (task.calendar === 'calendar' || day.working ? 'w' : 'f')).join(''),
  };
}
