import type { ReactNode } from 'react';
import { dayShort } from './day-text.ts';

export interface TrailItem {
  readonly day: string;
  /** `10:30`, when the hour matters. */
  readonly time?: string | undefined;
  readonly title: ReactNode;
  /** Who and with what. */
  readonly note?: ReactNode;
  /** act 已做 · now 正在 · next 还没到 */
  readonly kind: 'act' | 'now' | 'next';
}

/** 经过: oldest first; corrections are new lines, never rewritten ones. */
export function Trail({ items, today }: { items: readonly TrailItem[]; today?: string }) {
  return (
    <ol className="trail">
      {items.map((item, at) => (
        <li key={at} className={item.kind} aria-current={item.kind === 'now' ? 'step' : undefined}>
          <time dateTime={item.day}>{dayShort(item.day, today)}{item.time === undefined ? '' : ` ${item.time}`}</time>
          <b>{item.title}</b>
          {item.note === undefined ? null : <><br /><span className="note">{item.note}</span></>}
        </li>
      ))}
    </ol>
  );
}
