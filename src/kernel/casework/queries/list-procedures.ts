import { z } from 'zod';
import { roleTitle } from '../../access/roles.ts';
import { citeLaw } from '../../contract/law.ts';
import { defineQuery } from '../../contract/door.ts';
import type { Actor, Limit } from '../../contract/procedure.ts';
import { kindOf } from '../../contract/procedure.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { CaseProcedure, CaseStateDeclaration } from '../case-procedure.ts';
import type { ProcedureSource } from '../case-registry.ts';
import { targetsOf } from '../procedure-diagram.ts';

const limitOf = (limit: Limit | undefined) => (limit === undefined ? null : { days: limit.days, calendar: limit.calendar, law: citeLaw(limit.law) });
const whoOf = (by: Actor | 'applicant' | 'system'): string => (by === 'applicant' ? '申请人' : by === 'system' ? '系统' : by.roles.map(roleTitle).join('、'));

function readState(procedure: CaseProcedure, id: string, state: CaseStateDeclaration) {
  return {
    id, title: state.title, kind: state.kind, stage: procedure.stages.find((stage) => stage.id === state.stage)?.title ?? '',
    notice: state.notice ? { ...limitOf(state.notice.limit), upheld: procedure.states[state.notice.upheld]?.title ?? '' } : null,
    tasks: state.tasks.map((task) => ({ id: task.id, title: task.title, who: whoOf(task.actor), limit: limitOf(task.within) })),
    steps: state.steps.map((step) => ({ id: step.id, title: step.title, who: whoOf(step.by), to: targetsOf(procedure, step.to).map((to) => procedure.states[to]?.title ?? to) })),
    after: state.after ? { need: state.after.need, to: procedure.states[state.after.to]?.title ?? '' } : null,
  };
}

/** 办理程序: every declared procedure with its states, who acts in them, the limits with their articles, and where each step leads. */
export const makeListProcedures = (source: ProcedureSource) => defineQuery({
  id: 'casework.list-procedures', title: '办理程序', allow: { staff: true }, input: z.strictObject({}),
  async run(_tx, _input, by) {
    const registry = await source();
    return { today: by.today, matters: registry.matters.filter((matter) => (matter.procedures ?? []).length > 0).map((matter) => ({
      id: matter.id, title: matter.title,
      procedures: (matter.procedures ?? []).map((declared) => {
        const procedure = declared as CaseProcedure;
        return { id: procedure.id, title: procedure.title, kind: kindOf(procedure), law: procedure.law.map(citeLaw), division: procedure.applies.division, from: procedure.applies.from, to: procedure.applies.to,
          states: Object.entries(procedure.states).map(([id, state]) => readState(procedure, id, state)) };
      }),
    })) };
  },
});
export default makeListProcedures(loadRegistry);
