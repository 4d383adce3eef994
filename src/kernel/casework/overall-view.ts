import type { PlainDate } from '../values/plain-date.ts';
import type { WorkingCalendar } from '../values/working-days.ts';
import type { LoadedCase } from './load-case.ts';
import { extensionLeft } from './overall-clock.ts';
import { taskClock } from './task-clock.ts';

/** The limit of the whole case for the head of its page: how much is used, what was added, how far it may still be prolonged. Null before it runs. */
export function overallView({ state, procedure }: Pick<LoadedCase, 'state' | 'procedure'>, today: PlainDate, calendar: WorkingCalendar) {
  const { overall } = state;
  const declared = procedure.overall;
  if (!overall || !declared) return null;
  // while it stands still, and once it has ended, no further day is used
  const until = overall.doneOn ?? overall.stoppedSince ?? today;
  const clock = taskClock({ from: overall.from, dueOn: overall.dueOn, calendar: overall.calendar, assumed: overall.assumed }, until, calendar);
  return {
    ...overall, law: declared.limit.law, days: declared.limit.days + overall.extendedDays, mostDays: declared.extendedTo ?? null, extensionLeft: extensionLeft(declared, overall),
    used: clock.used - overall.pausedDays, clock,
  };
}
