import type { ReactNode } from 'react';
import { State } from './state.tsx';

/** One criterion tried: 相符, 不符, or not yet known (and what is still needed). */
export interface GroundItem {
  readonly result: 'met' | 'unmet' | 'unknown';
  readonly fact: ReactNode;
  /** The article. */
  readonly law: ReactNode;
}

/** All grounds at once, 相符 or 不符 first, then the fact against the limit, then the article. */
export function Grounds({ items, plain = false }: { items: readonly GroundItem[]; plain?: boolean }) {
  return (
    <ul className="grounds">
      {items.map((item, at) => (
        <li key={at}>
          <span>{markOf(item.result, plain)}</span>
          <span>{item.fact}</span>
          <span className="note">{item.law}</span>
        </li>
      ))}
    </ul>
  );
}

function markOf(result: GroundItem['result'], plain: boolean) {
  if (result === 'met') return <State kind="done">相符</State>;
  if (result === 'unmet') return <State kind="over">不符</State>;
  return <State kind="wait">{plain ? '还不知道' : '未答复'}</State>;
}
