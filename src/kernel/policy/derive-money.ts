import type { DerivedValue, ParameterReading } from '../contract/parameter.ts';
import { AppError } from '../contract/refusal.ts';
import { fen, scaleFen, type Fen, type Ratio } from '../values/money.ts';

/** Reads a ratio written as decimal text exactly: '1.5' is 15/10, '40%' is 40/100. Undefined when it is not one. */
export function parseRatio(text: string): Ratio | undefined {
  const parts = /^(\d+)(?:\.(\d+))?(%)?$/.exec(text);
  if (parts === null) return undefined;
  const decimals = parts[2] ?? '';
  const numerator = Number(`${parts[1]}${decimals}`);
  const denominator = 10 ** decimals.length * (parts[3] === '%' ? 100 : 1);
  return Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) ? { numerator, denominator } : undefined;
}

/** As `parseRatio`, for text that was checked when it was taken in. Throws AppError('ratio-wrong') otherwise. */
export function getRatio(text: string): Ratio {
  const ratio = known.get(text) ?? parseRatio(text);
  if (ratio === undefined) throw new AppError('ratio-wrong', `不是比例：${text}`);
  if (known.size < MOST_KNOWN) known.set(text, ratio);
  return ratio;
}

const known = new Map<string, Ratio>();
const MOST_KNOWN = 1_000;

/** ratio × base, rounded as the rule text says: 1,282.00 元 × 1.6 up to the yuan is 2,052.00 元. */
export function deriveMoney(base: ParameterReading['value'], formula: Pick<DerivedValue, 'ratio' | 'rounding' | 'base'>): Fen {
  if (typeof base !== 'number') throw new AppError('parameter-base-wrong', `参数 ${formula.base} 不是金额，不能按比例推算`);
  return scaleFen(fen(base), getRatio(formula.ratio), formula.rounding);
}
