import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type getFigure from '../../../kernel/statistics/queries/get-figure.ts';
import type getFrozen from '../../../kernel/statistics/queries/get-frozen.ts';
import type listCatalogue from '../../../kernel/statistics/queries/list-catalogue.ts';
import type listFrozen from '../../../kernel/statistics/queries/list-frozen.ts';
import type listIndicators from '../../../kernel/statistics/queries/list-indicators.ts';
import type listRows from '../../../kernel/statistics/queries/list-rows.ts';
import { addDays, formatDateLong, plainDate, type PlainDate } from '../../../kernel/values/plain-date.ts';

export type FigureAnswer = DoorOutput<typeof getFigure>;
export type FigurePart = FigureAnswer['all'];
export type FigureRows = DoorOutput<typeof listRows>;
export type FigureRow = FigureRows['rows'][number];
export type IndicatorList = DoorOutput<typeof listIndicators>;
export type ListedIndicator = IndicatorList[number];
export type Catalogue = DoorOutput<typeof listCatalogue>;
export type CatalogueLine = Catalogue[number];
export type FrozenList = DoorOutput<typeof listFrozen>;
export type FrozenAnswer = DoorOutput<typeof getFrozen>;

/** What a reader chose: the last day counted, and how far back a flow reaches. */
export interface Period { readonly last: PlainDate; readonly from: PlainDate; /** As known at the end of that business day; left out = now. */ readonly knownOn?: PlainDate }

/** From the first of January to the day: what a year's report counts. */
export const yearTo = (day: string): Period => ({ last: plainDate(day), from: plainDate(`${day.slice(0, 4)}-01-01`) });

/** The request of a figure for a period: a stock on its last day, the others over its days (end exclusive). */
export function requestOf(indicator: { readonly id: string; readonly kind: string }, period: Period): Record<string, string> {
  const known: Record<string, string> = period.knownOn === undefined ? {} : { knownOn: period.knownOn };
  return indicator.kind === 'stock' ? { id: indicator.id, day: period.last, ...known } : { id: indicator.id, from: period.from, to: addDays(period.last, 1), ...known };
}

/** `2014年11月3日`, `2014年1月1日至11月3日`. */
export function periodWords(kind: string, period: Period): string {
  if (kind === 'stock') return formatDateLong(period.last);
  const to = formatDateLong(period.last);
  return `${formatDateLong(period.from)}至${period.from.slice(0, 4) === period.last.slice(0, 4) ? to.slice(5) : to}`;
}

/** A number in the indicator's unit: counts whole, 元 with two decimals. */
export function numberText(value: number | null, unit: string): string {
  if (value === null) return '无';
  const money = unit.includes('元');
  return Math.abs(value).toLocaleString('en-US', money ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : {}).replace(/^/, value < 0 ? '\u2212' : '');
}

/** `395.31 万元`: statistics may say 万 from a million on; the exact figure stands where it is opened. */
export function roundText(value: number | null, unit: string): string {
  if (value === null || unit !== '元' || Math.abs(value) < 1_000_000) return `${numberText(value, unit)} ${unit}`;
  return `${(value / 10_000).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} 万元`;
}
