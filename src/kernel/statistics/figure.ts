import type { Indicator } from '../contract/indicator.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** Sums over some rows: how many, their measure (people, households, 分), their weight (denominator of a ratio). */
export interface Sums { readonly rows: number; readonly measure: number; readonly weight: number }

/** Sums with the number that is shown, in the indicator's unit; null where there is nothing to divide by. */
export interface Part extends Sums { readonly value: number | null }

export interface Place { readonly id: number; readonly code: string; readonly name: string }

/** A figure as one reader may see it, with how much of the whole lies outside. */
export interface Figure {
  readonly indicator: Pick<Indicator, 'id' | 'title' | 'unit' | 'kind' | 'definition'>;
  readonly from: PlainDate;
  /** Exclusive. */
  readonly to: PlainDate;
  readonly known: number;
  /** The division asked for; null = everything the reader may see. */
  readonly division: Place | null;
  readonly all: Part;
  readonly urban: Part;
  readonly rural: Part;
  readonly breakdown: readonly { readonly place: Place; readonly all: Part; readonly urban: Part; readonly rural: Part }[];
  /** Rows of the figure that the reader may not see; counted, never shown. All zero = the reader sees the whole. */
  readonly outside: Sums;
}

export const nothing: Sums = { rows: 0, measure: 0, weight: 0 };
export const addSums = (a: Sums, b: Sums): Sums => ({ rows: a.rows + b.rows, measure: a.measure + b.measure, weight: a.weight + b.weight });

/** What an observer may not see of a whole; a row that was committed between the two counts does not make it negative. */
export const takeSums = (whole: Sums, seen: Sums): Sums => ({
  rows: Math.max(0, whole.rows - seen.rows), measure: Math.max(0, whole.measure - seen.measure), weight: Math.max(0, whole.weight - seen.weight),
});

/** How many parts of `measure` make one of the unit. */
export const PARTS: Readonly<Record<Indicator['measures'], number>> = { count: 1, fen: 100, decimal: 10_000 };

/** The number that is shown: counts as they are, money in 元, ratios rounded half up. Pure, in whole numbers until the last step. */
export function showValue(indicator: Pick<Indicator, 'kind' | 'measures' | 'rounding'>, sums: Sums): number | null {
  const parts = PARTS[indicator.measures];
  if (indicator.kind !== 'ratio') return sums.measure / parts;
  if (sums.weight === 0) return null;
  const scale = 10 ** (indicator.rounding?.decimals ?? 2);
  const [over, under] = [BigInt(sums.measure) * BigInt(scale), BigInt(sums.weight) * BigInt(parts)];
  const sign = over < 0n ? -1n : 1n;
  return Number(sign * ((sign * over * 2n + under) / (under * 2n))) / scale;
}

export const toPart = (indicator: Pick<Indicator, 'kind' | 'measures' | 'rounding'>, sums: Sums): Part => ({ ...sums, value: showValue(indicator, sums) });
