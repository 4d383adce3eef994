import type { CSSProperties } from 'react';
import { dayShort } from './day-text.ts';
import { Mark, type StateKind } from './icons.tsx';

export interface StageItem {
  readonly title: string;
  readonly state: StateKind;
  /** A day, or words: `11-21 止`, `12月`. */
  readonly day?: string | undefined;
  /** Days used / allowed or who: `9／10 工作日`. */
  readonly note?: string | undefined;
  readonly current?: boolean;
}

const SPOKEN: Record<StateKind, string> = { done: '已完成', mine: '轮到您', wait: '还没到', held: '公示中', over: '超期', back: '退回' };

/** One ruled strip of at most eight steps with day and days used. */
export function Stages({ items, today }: { items: readonly StageItem[]; today?: string }) {
  return (
    <ol className="stages" style={{ '--n': items.length } as CSSProperties}>
      {items.map((item) => (
        <li key={item.title} className={item.state} aria-current={item.current === true ? 'step' : undefined}>
          <b><Mark kind={item.state} />{item.title}<span className="vh">，{SPOKEN[item.state]}</span></b>
          <span>{item.day === undefined ? '\u00a0' : dayShort(item.day, today)}</span>
          <span className="note">{item.note}</span>
        </li>
      ))}
    </ol>
  );
}
