import { fen as asFen, formatDifference, formatYuan } from '../../kernel/values/money.ts';

/**
 * An amount, always two decimals and thousands commas. `difference` shows its sign (down takes ochre).
 * `undefined` is 未录入 (not yet known), `null` is 无 (there is none): not the same, and neither is 0.00.
 */
export function Money({ fen, difference = false, unit = false }: { fen: number | null | undefined; difference?: boolean; unit?: boolean }) {
  if (fen === undefined) return <span className="unsourced">未录入</span>;
  if (fen === null) return <span className="quiet">无</span>;
  const text = difference ? formatDifference(asFen(fen)) : formatYuan(asFen(fen));
  return <span className={difference && fen < 0 ? 'nowrap down-ink' : 'nowrap'}>{text}{unit ? ' 元' : ''}</span>;
}

/** A whole number with thousands commas: `4,880`. `difference` shows + and the true minus. */
export function Count({ of, difference = false }: { of: number; difference?: boolean }) {
  const text = Math.abs(of).toLocaleString('en-US');
  const sign = of < 0 ? '\u2212' : difference && of > 0 ? '+' : '';
  return <span className="nowrap">{sign}{text}</span>;
}
