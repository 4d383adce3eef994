import type { CaseStateDeclaration } from '../../src/kernel/casework/case-procedure.ts';
import type { LawReference } from '../../src/kernel/contract/law.ts';
import type { Procedure, State } from '../../src/kernel/contract/procedure.ts';
import type { Problem } from '../../src/kernel/registry/problem.ts';

/** A procedure has an end, no state without a way in or out, someone who acts, and limits that name their article. */
export function checkProcedure(file: string, procedure: Procedure): Problem[] {
  const problems: Problem[] = [];
  const add = (key: string, wrong: string, remedy: string): number => problems.push({ file, key: `procedures.${procedure.id}.${key}`, wrong, remedy });
  const limit = (key: string, law: LawReference, days: number): void => {
    if (law.article === undefined) add(key, `时限的依据《${law.instrument}》没有写到条`, '写 article');
    if (days <= 0) add(key, `时限 ${days} 天`, '写法律规定的天数');
  };
  const states = Object.entries(procedure.states);
  if (procedure.states[procedure.start] === undefined) add('start', `没有状态 ${procedure.start}`, '写一个有的状态');
  if (!states.some(([, state]) => state.kind === 'final')) add('states', '没有终点', '写一个 kind: final 的状态');
  for (const stage of procedure.stages) if (stage.limit !== undefined) limit(`stages.${stage.id}`, stage.limit.law, stage.limit.days);
  for (const [id, state] of states) {
    const key = `states.${id}`;
    if (!procedure.stages.some((stage) => stage.id === state.stage)) add(`${key}.stage`, `没有阶段 ${state.stage}`, '写进 stages，或改正');
    for (const task of state.tasks) if (task.within !== undefined) limit(`${key}.tasks.${task.id}`, task.within.law, task.within.days);
    for (const step of state.steps) {
      if (step.bulk === true && step.effects?.some((effect) => effect.id.startsWith('decide')) === true) add(`${key}.steps.${step.id}`, '作决定的一步写了 bulk', '法律要一件一件决定的，不能批量，去掉 bulk');
      if (step.task !== undefined && !state.tasks.some((task) => task.id === step.task)) add(`${key}.steps.${step.id}`, `没有任务 ${step.task}`, '写进这个状态的 tasks，或改正');
    }
    for (const to of waysOut(state)) if (procedure.states[to] === undefined) add(key, `通向没有的状态 ${to}`, '改正名字');
    if (state.kind !== 'final' && state.tasks.length === 0 && state.steps.length === 0) add(key, '没有任务也没有步骤，案子会停在这里', '写谁来做什么');
    if (state.kind === 'final' && state.tasks.length > 0) add(key, '已经办结，还有任务', '去掉任务');
  }
  return [...problems, ...listDead(file, procedure)];
}

const hasChoice = (state: State): boolean => state.steps.some((step) => typeof step.to === 'function');
const waysOut = (state: State): string[] => [...state.steps.flatMap((step) => (typeof step.to === 'string' ? [step.to] : [])), ...(state.after === undefined ? [] : [state.after.to]), ...upheldOf(state)];
/** Where an upheld objection to the state's notice leads. */
const upheldOf = (state: CaseStateDeclaration): string[] => (state.notice === undefined ? [] : [state.notice.upheld]);

/**
 * States nobody can reach, and open ones that lead nowhere. Where a step leads is sometimes a function of the answer; such a step may
 * lead anywhere, so it clears what it could reach, and only a house without such steps is judged to the last state.
 */
function listDead(file: string, procedure: Procedure): Problem[] {
  const states = Object.entries(procedure.states);
  const reached = new Set<string>([procedure.start]);
  for (const id of reached) for (const to of procedure.states[id] === undefined ? [] : waysOut(procedure.states[id])) reached.add(to);
  const anywhere = [...reached].some((id) => procedure.states[id] !== undefined && hasChoice(procedure.states[id]));
  const problem = (id: string, wrong: string): Problem => ({ file, key: `procedures.${procedure.id}.states.${id}`, wrong, remedy: '写一个通向它的步骤，或去掉它' });
  const unreached = anywhere ? [] : states.filter(([id]) => !reached.has(id)).map(([id]) => problem(id, '没有一步能到这里'));
  const stuck = states.filter(([, state]) => state.kind !== 'final' && waysOut(state).length === 0 && !hasChoice(state)).map(([id]) => problem(id, '没有一步能离开这里'));
  return [...unreached, ...stuck];
}
