import { Stages, type StageItem } from '../../ui/stages.tsx';
import type { RollAnswer } from './roll-answer.ts';

/** The strip of steps: who did what on which day, what is mine now, what came back. */
export function RollStages({ roll, today }: { roll: RollAnswer; today: string }) {
  const mine = roll.steps.length > 0;
  const items = roll.stages.map((stage): StageItem => {
    const back = stage.id === 'read-return' && roll.bank.failed.lines > 0;
    const now = stage.is === 'now';
    const kind = back ? 'back' : stage.is === 'done' ? 'done' : now ? (mine ? 'mine' : 'wait') : 'wait';
    return {
      title: stage.title, state: kind, current: now, day: stage.on ?? (now ? '现在' : undefined),
      note: stage.is === 'done' ? (stage.id === 'check' || back ? (stage.note ?? stage.by ?? '') : (stage.by ?? '')) : now && !mine ? '等别人' : undefined,
    };
  });
  return <Stages items={items} today={today} />;
}
