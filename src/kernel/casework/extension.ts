import { Refusal } from '../contract/refusal.ts';
import { isOpen, limitOf } from './advance-case.ts';
import { findState } from './generic-steps.ts';
import type { LoadedCase } from './load-case.ts';
import { extensionLeft, WHOLE_CASE } from './overall-clock.ts';

/** A limit that can still be prolonged, and by how many days at most. */
export interface Extendable { readonly id: string; readonly title: string; readonly left: number }
type Standing = Pick<LoadedCase, 'row' | 'procedure' | 'state'>;

/**
 * What can be prolonged now: open tasks by no more than the limit itself (the law gives no right to prolong without end), and the whole
 * case up to the number of days the law names. Pure.
 */
export function listExtendable({ row, procedure, state }: Standing): Extendable[] {
  const here = findState(procedure, row.state);
  const tasks = state.tasks.filter((task) => isOpen(task) && task.openedSeq === row.state_seq).flatMap((task): Extendable[] => {
    const limit = limitOf(procedure, task);
    return limit ? [{ id: task.task, title: here.tasks.find((one) => one.id === task.task)?.title ?? task.task, left: limit.days - task.extendedDays }] : [];
  });
  const left = extensionLeft(procedure.overall, state.overall);
  return left > 0 ? [{ id: WHOLE_CASE, title: `全程（最多再延 ${left} 天）`, left }, ...tasks] : tasks;
}

/** Refuses to prolong beyond what the law allows. */
export function refuseExtension(standing: Standing, values: Readonly<Record<string, unknown>>): void {
  const days = Number(values['days']);
  const { overall } = standing.procedure;
  if (values['task'] === WHOLE_CASE && overall?.extendedTo !== undefined) {
    const left = extensionLeft(overall, standing.state.overall);
    if (days > left) throw new Refusal('step.beyond-law', { most: overall.extendedTo, left });
    return;
  }
  const one = listExtendable(standing).find((extendable) => extendable.id === values['task']);
  if (!one) throw new Refusal('step.no-task');
  if (days > one.left) throw new Refusal('step.too-long', { days: limitDays(standing, one.id) });
}

const limitDays = ({ procedure, row }: Standing, task: string): number => limitOf(procedure, { state: row.state, task })?.days ?? 0;
