import type { Limit } from '../contract/procedure.ts';
import type { CaseProcedure } from './case-procedure.ts';
import { addDays, daysBetween, type PlainDate } from '../values/plain-date.ts';
import { workingDaysBetween, type WorkingCalendar } from '../values/working-days.ts';
import type { RecordedAction } from './advance-case.ts';
import { findState } from './generic-steps.ts';

/** One field of the strip at the head of a case. */
export interface StageMark {
  readonly id: string;
  readonly title: string;
  readonly status: 'done' | 'now' | 'held' | 'wait' | 'stopped';
  /** Done: the day it ended. Now and held: the day it is due, or the notice ends. */
  readonly day: PlainDate | null;
  readonly used: number | null;
  readonly limit: Limit | null;
}

interface Visit { readonly stage: string; readonly state: string; readonly from: PlainDate; readonly to: PlainDate | null }

/** Where a case stands among the stages of its procedure, and how much of each limit was used. Pure. */
export function stageStrip(procedure: CaseProcedure, actions: readonly RecordedAction[], due: PlainDate | null, today: PlainDate, calendar: WorkingCalendar): StageMark[] {
  const visits = listVisits(procedure, actions);
  const last = visits.at(-1);
  const state = last && findState(procedure, last.state);
  const reached = Math.max(...visits.map((visit) => procedure.stages.findIndex((stage) => stage.id === visit.stage)));
  const now = procedure.stages.findIndex((stage) => stage.id === last?.stage);
  return procedure.stages.map((stage, index): StageMark => {
    const visit = visits.findLast((one) => one.stage === stage.id);
    const limit = stage.limit ?? null;
    const mark = { id: stage.id, title: stage.title, limit };
    if (state?.kind === 'final' && (!visit || visit === last || index > reached)) {
      // what was reached is over, whichever way it ended; what was not: paid later when granted, never done otherwise
      if (visit !== undefined && visit === last) return { ...mark, status: 'done', day: visit.from, used: null };
      return { ...mark, status: state.outcome === 'granted' ? 'wait' : 'stopped', day: null, used: null };
    }
    if (!visit || (now >= 0 && index > now)) return { ...mark, status: 'wait', day: null, used: null };
    if (visit !== last || visit.to !== null) return { ...mark, status: 'done', day: visit.to, used: usedDays(limit, visit.from, visit.to ?? today, calendar) };
    const held = state?.notice !== undefined;
    const day = state?.notice ? addDays(visit.from, state.notice.limit.days) : due;
    return { ...mark, status: held ? 'held' : 'now', day, used: usedDays(limit, visit.from, today, calendar) };
  });
}

/** Days of the limit's own kind used; a notice runs its days and no more. */
function usedDays(limit: Limit | null, from: PlainDate, to: PlainDate, calendar: WorkingCalendar): number | null {
  if (!limit) return null;
  return limit.calendar === 'working' ? workingDaysBetween(calendar, from, to).days : Math.min(limit.days, daysBetween(from, to));
}

/** Stretches of time spent in one stage, oldest first. */
function listVisits(procedure: CaseProcedure, actions: readonly RecordedAction[]): Visit[] {
  const visits: Visit[] = [];
  for (const action of actions) {
    const stage = findState(procedure, action.to).stage;
    const open = visits.at(-1);
    if (open?.stage === stage) { visits[visits.length - 1] = { ...open, state: action.to }; continue; }
    if (open) visits[visits.length - 1] = { ...open, to: action.on };
    visits.push({ stage, state: action.to, from: action.on, to: null });
  }
  return visits;
}
