import { COUNTED_TO } from '../../values/counted.ts';

/** One line of a list or a suggestion. Names and numbers are masked; the page behind it shows what the work needs. */
export interface Hit {
  readonly kind: 'person' | 'household' | 'case' | 'roll' | 'complaint' | 'paper' | 'record';
  readonly id: number;
  readonly title: string;
  readonly note: string;
  /** The household a person lives in now, where it lies in the area. */
  readonly household?: number;
}

/** A page of a long list. Counted exactly to 1,000; beyond that `exact` is false and the screen says 超过. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: { readonly count: number; readonly exact: boolean };
  /** Give it back as `after` for the next page; null on the last. */
  readonly next: string | null;
}

export const countTo = (count: number): Page<unknown>['total'] => ({ count: Math.min(count, COUNTED_TO), exact: count <= COUNTED_TO });
