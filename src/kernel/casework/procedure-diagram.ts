import type { CaseProcedure } from './case-procedure.ts';

/** The procedure as a mermaid state diagram, from its declaration: states with their limits, steps as arrows. Pure. */
export function procedureDiagram(procedure: CaseProcedure): string {
  const name = (id: string): string => id.replaceAll('-', '_');
  const states = Object.entries(procedure.states);
  const lines = ['stateDiagram-v2', `  [*] --> ${name(procedure.start)}`];
  for (const [id, state] of states) {
    const limits = state.tasks.flatMap((task) => (task.within ? [`${task.title} ${task.within.days}${task.within.calendar === 'working' ? '个工作日' : '天'}`] : []));
    lines.push(`  state "${[state.title, ...(state.notice ? [`公示 ${state.notice.limit.days} 天`] : []), ...limits].join('\\n')}" as ${name(id)}`);
  }
  for (const [id, state] of states) {
    for (const step of state.steps) for (const to of targetsOf(procedure, step.to)) lines.push(`  ${name(id)} --> ${name(to)} : ${step.title}`);
    if (state.after) lines.push(`  ${name(id)} --> ${name(state.after.to)} : ${state.after.need === 'all' ? '都办完' : '办完一项'}`);
    if (state.notice) lines.push(`  ${name(id)} --> ${name(state.notice.upheld)} : 异议成立`);
    if (state.kind === 'final') lines.push(`  ${name(id)} --> [*]`);
  }
  return `${lines.join('\n')}\n`;
}

/** States a step can lead to; of a function those whose names it mentions. */
export function targetsOf(procedure: CaseProcedure, to: CaseProcedure['states'][string]['steps'][number]['to']): string[] {
  if (to === undefined) return [];
  if (typeof to === 'string') return [to];
  const words = to.toString();
  return Object.keys(procedure.states).filter((id) => words.includes(`'${id}'`) || words.includes(`"${id}"`));
}
