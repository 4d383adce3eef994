import type { ReportedFigure } from './catalogue.ts';

export interface Judgement { readonly relation: 'holds' | 'differs' | 'no-value'; readonly because: string }

/**
 * Whether our number is the printed one. A rounded print stands for everything that rounds to it; 多 (`above`) for everything from the number up to
 * the next step of its last printed digit: 4400多万 is [4400万, 4500万). Pure.
 */
export function judgeFigure(reported: ReportedFigure, ours: number | null): Judgement {
  if (ours === null) return { relation: 'no-value', because: '这一期没有可数的行。' };
  const difference = ours - reported.value;
  const step = reported.precision ?? 0;
  if (reported.approx_dir === 'above') {
    const next = lastDigit(reported.value);
    return difference >= 0 && difference < next ? { relation: 'holds', because: `报告写“${reported.value_text ?? reported.value}”，本数在其范围内。` } : differs(reported, difference);
  }
  if (difference === 0) return { relation: 'holds', because: '与报告一致。' };
  if (Math.abs(difference) <= step / 2 || (step === 0 && !Number.isInteger(ours) && Math.round(ours) === reported.value)) return { relation: 'holds', because: '四舍五入后与报告一致。' };
  return differs(reported, difference);
}

const differs = (reported: ReportedFigure, difference: number): Judgement =>
  ({ relation: 'differs', because: `比报告${difference > 0 ? '多' : '少'} ${Math.abs(Number(difference.toFixed(2)))} ${reported.unit}。` });

/** 44,000,000 → 1,000,000: one of its last digit that is not nought. */
function lastDigit(value: number): number {
  let digit = 1;
  while (value !== 0 && value % (digit * 10) === 0) digit *= 10;
  return digit;
}
