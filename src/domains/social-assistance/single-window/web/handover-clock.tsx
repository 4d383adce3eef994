import { dayShort } from '../../../../web/ui/day-text.ts';
import { Unsourced } from '../../../../web/ui/page-head.tsx';
import { State } from '../../../../web/ui/state.tsx';
import type { HandoverRow } from './api.ts';

/** The last day in words: vermilion when it has passed, 期限未录入 where the city set none. */
export function DueWords({ line, today }: { line: Pick<HandoverRow, 'due' | 'dueFor' | 'over' | 'state'>; today: string }) {
  if (line.state === 'told' || line.state === 'transferred' || line.state === 'answered') return <span className="quiet">—</span>;
  if (line.due === null) return <Unsourced>期限未录入</Unsourced>;
  const words = `${dayShort(line.due, today)} 前${line.dueFor}`;
  return line.over ? <b className="law-ink nowrap">{words}，已超期</b> : <span className="nowrap">{words}</span>;
}

const KINDS = { sent: 'wait', received: 'mine', returned: 'back', transferred: 'back', answered: 'wait', told: 'done' } as const;

export function HandoverStateWords({ state, title }: { state: keyof typeof KINDS; title: string }) {
  return <State kind={KINDS[state]}>{title}</State>;
}
