import { maskName } from '../values/name-mask.ts';
import { stagesOf, type RollState, type RollStep } from './roll-states.ts';

export interface RollEvent { readonly step: RollStep; readonly state: RollState; readonly on: string; readonly by: string; readonly note: string | null }

export interface RollStage {
  readonly id: RollStep;
  readonly title: string;
  readonly is: 'done' | 'now' | 'wait';
  readonly on: string | null;
  /** Masked name of who did it last. */
  readonly by: string | null;
  readonly note: string | null;
}

const reached: readonly RollState[] = ['drawing', 'drawn', 'checked', 'submitted', 'approved', 'confirmed', 'sent', 'returned', 'closed'];

/** The strip at the head of a roll: what is done, by whom, and which stage it waits for. `failed` = lines that came back. Pure. */
export function stageStrip(state: RollState, needsFinance: boolean, events: readonly RollEvent[], failed: number): RollStage[] {
  const at = reached.indexOf(state);
  const stages = stagesOf(needsFinance).flatMap((stage) => (stage.id === 'close' && failed > 0 ? [{ id: 'follow-up' as const, title: '补发', reaches: 'closed' as const }, stage] : [stage]));
  const isDone = (reaches: RollState): boolean => at >= reached.indexOf(reaches);
  const now = stages.findIndex((stage) => !isDone(stage.reaches));
  return stages.map((stage, index) => {
    const event = isDone(stage.reaches) ? events.findLast((one) => one.step === stage.id) : undefined;
    return {
      id: stage.id, title: stage.title, is: isDone(stage.reaches) ? 'done' : index === now && state !== 'void' ? 'now' : 'wait',
      on: event?.on ?? null, by: event ? maskName(event.by) : null, note: stage.id === 'read-return' && failed > 0 ? `退 ${failed} 笔` : (event?.note ?? null),
    };
  });
}
