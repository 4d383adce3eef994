import type { CSSProperties } from 'react';
import { fen, formatYuan } from '../../kernel/values/money.ts';
import { Money } from './money.tsx';

export interface SplitPart { readonly label: string; readonly fen: number; }

/** The bar of two parts: what the household has of its own, and what the government adds. */
export function SplitBar({ whole, own, given }: { whole: SplitPart; own: SplitPart; given: SplitPart }) {
  const total = Math.max(1, own.fen + given.fen);
  const cut = (own.fen / total) * 1000;
  const says = `${whole.label} ${formatYuan(fen(whole.fen))} 元里，${own.label} ${formatYuan(fen(own.fen))} 元，${given.label} ${formatYuan(fen(given.fen))} 元`;
  return (
    <figure className="split">
      <p className="all"><span>{whole.label}</span><b><Money fen={whole.fen} unit /></b></p>
      <svg viewBox="0 0 1000 56" preserveAspectRatio="none" role="img" aria-label={says}>
        <rect className="own" x="0" y="0" width={Math.max(0, cut - 1.5)} height="56" />
        <rect className="given" x={cut + 1.5} y="0" width={Math.max(0, 998.5 - cut)} height="56" />
      </svg>
      <div className="k" style={{ '--a': `${Math.max(own.fen, 1)}fr`, '--b': `${Math.max(given.fen, 1)}fr` } as CSSProperties}>
        <span><b><Money fen={own.fen} unit /></b><span className="note">{own.label}</span></span>
        <span><b className="filled"><Money fen={given.fen} unit /></b><span className="note">{given.label}</span></span>
      </div>
    </figure>
  );
}
