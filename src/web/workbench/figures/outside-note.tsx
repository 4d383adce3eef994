import type { FigureAnswer } from './figure-answer.ts';

/** Says that the reader sees a part, and how much of the whole lies outside; nothing when it is the whole. */
export function OutsideNote({ figure }: { figure: Pick<FigureAnswer, 'outside' | 'indicator'> }) {
  const { rows } = figure.outside;
  if (rows === 0) return null;
  return <p className="outside">这不是全市的数。另有 <b>{rows.toLocaleString('en-US')} 行</b>在您的辖区以外，只计数，不给看。</p>;
}
