import type { RecordSeen } from '../../../kernel/contract/register.ts';

/** Agreed steps whose day has passed and that are not accepted yet, by name; while the project runs. */
export function lateSteps({ state, entries, today }: Pick<RecordSeen, 'state' | 'entries' | 'today'>): string | undefined {
  if (state !== 'running') return undefined;
  const late = (entries?.['milestones'] ?? []).filter((values) => values['accepted'] !== true && typeof values['due'] === 'string' && values['due'] < today);
  return late.length === 0 ? undefined : `${late.map((values) => `“${String(values['step'])}”应在 ${String(values['due'])} 完成`).join('；')}，还没有认可。`;
}
