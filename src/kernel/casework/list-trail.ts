import type { ListedNotice } from '../notices/list-notices.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { describeInput, type DescribedValue } from './describe-input.ts';
import { formOfRecord } from './form-of-generic.ts';
import { findGenericStep } from './generic-steps.ts';
import type { LoadedCase } from './load-case.ts';
import { titleOfStep } from './take-step.ts';

export interface TrailMark {
  readonly on: PlainDate;
  readonly kind: 'act' | 'now' | 'next';
  /** Step that was taken; null for what is not an action. */
  readonly step: string | null;
  /** Task the step did; null where it did none. */
  readonly task: string | null;
  readonly title: string;
  readonly by: string | null;
  readonly role: string | null;
  readonly office: string | null;
  readonly details: readonly DescribedValue[];
}

/** 经过: everything that happened to a case in order, and what its clocks say comes next. Pure. */
export function listTrail(loaded: Pick<LoadedCase, 'actions' | 'procedure' | 'state' | 'row'>, notices: readonly ListedNotice[]): TrailMark[] {
  const acts = loaded.actions.map((action): TrailMark => {
    const declared = action.from === null ? undefined : loaded.procedure.states[action.from]?.steps.find((step) => step.id === action.step);
    const generic = findGenericStep(action.step);
    const form = declared?.form ?? (generic && formOfRecord(loaded.procedure, generic));
    return { on: action.on, kind: 'act', step: action.step, task: declared?.task ?? null, title: titleOfStep(loaded, action.step, action.from), by: action.actorName, role: action.postRole, office: action.officeName, details: describeInput(form, action.data) };
  });
  const mark = (on: PlainDate, kind: TrailMark['kind'], title: string, text?: string): TrailMark =>
    ({ on, kind, step: null, task: null, title, by: null, role: null, office: null, details: text === undefined ? [] : [{ key: 'text', title: '', text }] });
  const objections = notices.flatMap((notice) => notice.objections.flatMap((objection) => [
    mark(objection.receivedOn, 'act', '收到异议', objection.content),
    ...(objection.answer ? [mark(objection.answer.on, 'act', objection.answer.outcome === 'upheld' ? '异议成立' : '异议不成立', objection.answer.reply)] : []),
  ]));
  const running = notices.filter((notice) => notice.running);
  const next = loaded.row.outcome === null ? [
    ...running.map((notice) => mark(notice.postedOn, 'now', '公示中', `第 ${notice.day} 天，共 ${notice.days} 天`)),
    ...running.map((notice) => mark(notice.endsOn, 'next', '公示期满')),
    ...loaded.state.tasks.filter((task) => task.doneOn === null && task.droppedOn === null && task.dueOn !== null)
      .map((task) => mark(task.dueOn as PlainDate, 'next', `最迟：${loaded.procedure.states[task.state]?.tasks.find((one) => one.id === task.task)?.title ?? task.task}`)),
  ] : [];
  const order = { act: 0, now: 1, next: 2 };
  return [...acts, ...objections, ...next].toSorted((a, b) => order[a.kind] - order[b.kind] || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
