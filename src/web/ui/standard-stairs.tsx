import { growthOf } from '../../kernel/values/growth.ts';
import './standard-stairs.css';
import type { CSSProperties } from 'react';
import { fen as asFen, formatYuan } from '../../kernel/values/money.ts';
import { DemoMark } from './demo-mark.tsx';
import { Unsourced } from './page-head.tsx';

/** A period of a standard; `fen` null where its source is not there. */
export interface Stair { readonly from: string; readonly fen: number | null; readonly demo: boolean }

/** How a standard rose: a stair a period, each figure written on its tread, so that nothing has to be read off an axis. */
export function StandardStairs({ title, stairs }: { title: string; stairs: readonly Stair[] }) {
  const known = stairs.flatMap((stair) => (stair.fen === null ? [] : [stair.fen]));
  if (known.length === 0) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  // treads begin at a third of the height: the rise is what is compared, and it is written out
  const height = (fen: number): number => (high === low ? 0.6 : 0.35 + (0.65 * (fen - low)) / (high - low));
  const columns = { '--n': stairs.length } as CSSProperties;
  return (
    <figure className="stairs" aria-label={title}>
      <ol style={columns}>
        {stairs.map((stair, at) => {
          const before = stairs[at - 1]?.fen;
          const kind = stair.fen === null ? 'gap' : at === stairs.length - 1 ? 'last' : undefined;
          return (
            <li key={`${stair.from}${at}`} className={kind} style={{ '--h': stair.fen === null ? 0.15 : height(stair.fen) } as CSSProperties}>
              <b>{stair.fen === null ? <Unsourced>缺来源</Unsourced> : formatYuan(asFen(stair.fen))}{stair.demo && stair.fen !== null ? <> <DemoMark /></> : null}{stair.fen !== null && typeof before === 'number' && before > 0 && before !== stair.fen ? <span className="note">{growthText(before, stair.fen)}</span> : null}</b>
              <span className="tread" aria-hidden="true" />
            </li>
          );
        })}
      </ol>
      <ol className="days" style={columns} aria-hidden="true">{stairs.map((stair, at) => <li key={`${stair.from}${at}`} className="note">{stair.from}</li>)}</ol>
    </figure>
  );
}

/** +11.04％ */
export function growthText(before: number, after: number): string {
  const percent = growthOf(before, after);
  return `${percent > 0 ? '+' : percent < 0 ? '\u2212' : ''}${Math.abs(percent)}%`;
}
