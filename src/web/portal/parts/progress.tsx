import { State } from '../../ui/state.tsx';
import type { StateKind } from '../../ui/icons.tsx';
import type { MyCase } from './answers.ts';
import { dayWords, limitWords } from './spoken.ts';

type Stage = MyCase['stages'][number];

const KINDS: Readonly<Record<Stage['status'], StateKind>> = { done: 'done', now: 'mine', held: 'held', wait: 'wait', stopped: 'back' };

/** The stages in words, one under the other: what is done, what goes on and by when, what is to come. */
export function Progress({ stages, today }: { stages: readonly Stage[]; today: string }) {
  return (
    <ol className="progress">
      {stages.map((stage) => (
        <li key={stage.id} className={stage.status} aria-current={stage.status === 'now' || stage.status === 'held' ? 'step' : undefined}>
          <State kind={KINDS[stage.status]}>{stage.title}</State>
          <span className="note">{wordsOf(stage, today)}</span>
        </li>
      ))}
    </ol>
  );
}

function wordsOf({ status, day, limit }: Stage, today: string): string {
  const within = limit === null ? '' : `规定 ${limitWords(limit)}`;
  switch (status) {
    case 'done': return day === null ? '办完了' : `${dayWords(day, today)}办完`;
    case 'now': return ['正在办', day === null ? '' : `${dayWords(day, today)}以前办完`].filter(Boolean).join('，');
    case 'held': return day === null ? '正在公示' : `公示到${dayWords(day, today)}`;
    case 'wait': return within === '' ? '还没到' : `还没到，${within}`;
    case 'stopped': return '没有办到这一步';
  }
}
