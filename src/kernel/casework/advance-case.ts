import type { Limit } from '../contract/procedure.ts';
import type { CaseProcedure, CaseStateDeclaration } from './case-procedure.ts';
import { AppError } from '../contract/refusal.ts';
import { addDays, daysBetween, type PlainDate } from '../values/plain-date.ts';
import { addWorkingDays, workingDayOnOrAfter, workingDaysBetween, type WorkingCalendar } from '../values/working-days.ts';
import { findState, type GenericStep } from './generic-steps.ts';
import { advanceOverall, type OverallState } from './overall-clock.ts';

/** A task as it stands: which limit, until when, done or dropped. Days are counted in the limit's own kind of day. */
export interface TaskState {
  readonly task: string;
  readonly state: string;
  readonly openedSeq: number;
  readonly openedOn: PlainDate;
  /** Day the limit is counted from (not itself counted): the day it was opened, or the last day of a public notice. */
  readonly countedFrom: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly extendedDays: number;
  readonly pausedDays: number;
  readonly assumed: boolean;
  readonly doneOn: PlainDate | null;
  /** The case left the state before it was done. */
  readonly droppedOn: PlainDate | null;
}

export interface CaseState {
  readonly state: string;
  readonly stateSince: PlainDate;
  readonly stateSeq: number;
  /** Number of the last action. */
  readonly version: number;
  readonly outcome: NonNullable<CaseStateDeclaration['outcome']> | null;
  readonly pausedSince: PlainDate | null;
  /** The limit of the whole case; null before it runs and where the law sets none. */
  readonly overall: OverallState | null;
  readonly tasks: readonly TaskState[];
}

/** An action as recorded: all that is needed to know where the case stands. */
export interface RecordedAction {
  readonly seq: number;
  readonly step: string;
  readonly to: string;
  readonly on: PlainDate;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Where a case stands after one more action. Pure: the same actions always lead to the same state, tasks and due days. */
export function advanceCase(before: CaseState | undefined, action: RecordedAction, procedure: CaseProcedure, calendar: WorkingCalendar): CaseState {
  const after = moveCase(before, action, procedure, calendar);
  const { kind } = findState(procedure, after.state);
  const overall = advanceOverall(before?.overall ?? null, action, { stopped: kind !== 'final' && (after.pausedSince !== null || kind === 'paused'), final: kind === 'final' }, procedure.overall, calendar);
  return { ...after, overall };
}

function moveCase(before: CaseState | undefined, action: RecordedAction, procedure: CaseProcedure, calendar: WorkingCalendar): CaseState {
  const version = action.seq;
  if (before === undefined) {
    if (action.seq !== 1) throw new AppError('case.no-beginning', `the first action has number ${action.seq}`);
    return enter({ state: '', stateSince: action.on, stateSeq: 0, version, outcome: null, pausedSince: null, overall: null, tasks: [] }, action, procedure, calendar);
  }
  if (action.seq !== before.version + 1) throw new AppError('case.gap', `action ${action.seq} follows ${before.version}`);
  const after = { ...before, version };
  switch (action.step as GenericStep) {
    case 'request-supplement': return { ...after, pausedSince: action.on };
    case 'supplement': return resume(after, action.on, procedure, calendar);
    case 'extend': return extend(after, action, procedure, calendar);
    default: break;
  }
  const completes = procedure.states[before.state]?.steps.find((step) => step.id === action.step)?.task;
  const tasks = after.tasks.map((task) => (task.task === completes && isOpen(task) ? { ...task, doneOn: action.on } : task));
  return action.to === before.state ? { ...after, tasks } : enter({ ...after, tasks, pausedSince: null }, action, procedure, calendar);
}

export const isOpen = (task: Pick<TaskState, 'doneOn' | 'droppedOn'>): boolean => task.doneOn === null && task.droppedOn === null;

function enter(before: CaseState, action: RecordedAction, procedure: CaseProcedure, calendar: WorkingCalendar): CaseState {
  const state = findState(procedure, action.to);
  const countedFrom = state.notice ? addDays(action.on, state.notice.limit.days) : action.on;
  const left = before.tasks.map((task) => (isOpen(task) ? { ...task, droppedOn: action.on } : task));
  const opened = state.tasks.map((task): TaskState => ({
    task: task.id, state: action.to, openedSeq: action.seq, openedOn: action.on, countedFrom,
    ...dueOf(task.within, countedFrom, 0, calendar), extendedDays: 0, pausedDays: 0, doneOn: null, droppedOn: null,
  }));
  return { ...before, state: action.to, stateSince: action.on, stateSeq: action.seq, outcome: state.outcome ?? null, tasks: [...left, ...opened] };
}

/**
 * Last day of a limit with days added to it. A limit in calendar days that ends on a day off runs to the next working day
 * (民法典第二百零三条); working days never do.
 */
export function dueOf(limit: Limit | undefined, from: PlainDate, added: number, calendar: WorkingCalendar): { dueOn: PlainDate | null; assumed: boolean } {
  if (!limit) return { dueOn: null, assumed: false };
  const counted = limit.calendar === 'working'
    ? addWorkingDays(calendar, from, limit.days + added)
    : workingDayOnOrAfter(calendar, addDays(from, limit.days + added));
  return { dueOn: counted.day, assumed: counted.assumed };
}

/** The clock of the office stood still while the applicant was asked for more. */
function resume(case_: CaseState, on: PlainDate, procedure: CaseProcedure, calendar: WorkingCalendar): CaseState {
  const since = case_.pausedSince ?? on;
  const tasks = case_.tasks.map((task) => {
    const limit = limitOf(procedure, task);
    if (!isOpen(task) || !limit) return task;
    const paused = limit.calendar === 'working' ? workingDaysBetween(calendar, since, on).days : daysBetween(since, on);
    const pausedDays = task.pausedDays + paused;
    return { ...task, pausedDays, ...dueOf(limit, task.countedFrom, task.extendedDays + pausedDays, calendar) };
  });
  return { ...case_, pausedSince: null, tasks };
}

function extend(case_: CaseState, action: RecordedAction, procedure: CaseProcedure, calendar: WorkingCalendar): CaseState {
  const tasks = case_.tasks.map((task) => {
    const limit = limitOf(procedure, task);
    if (!isOpen(task) || !limit || task.task !== action.data['task']) return task;
    const extendedDays = task.extendedDays + Number(action.data['days']);
    return { ...task, extendedDays, ...dueOf(limit, task.countedFrom, extendedDays + task.pausedDays, calendar) };
  });
  return { ...case_, tasks };
}

export const limitOf = (procedure: CaseProcedure, task: Pick<TaskState, 'state' | 'task'>): Limit | undefined =>
  procedure.states[task.state]?.tasks.find((declared) => declared.id === task.task)?.within;
