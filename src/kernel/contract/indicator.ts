/**
 * A figure with its definition. `sql` selects the rows it counts, one row each, as of a day and as known at a command:
 * columns `division_id int`, `measure numeric` (1 for a count, 分 for money), `weight numeric` (denominator of a ratio), `urban_rural text`,
 * `row_kind text`, `row_id bigint`, `label text`. Parameters: $1 from (date), $2 to (date, exclusive), $3 known (bigint).
 */
export interface Indicator {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly kind: 'stock' | 'flow' | 'ratio';
  /** Words of the definition, shown when the figure is opened. */
  readonly definition: string;
  readonly sql: string;
  /** For ratios: sum(measure) ÷ sum(weight), rounded so. */
  readonly rounding?: { readonly decimals: number };
  /** Figures of the catalogue this indicator produces. */
  readonly figures: readonly string[];
  readonly covers: string;
}
export const defineIndicator = (indicator: Indicator): Indicator => indicator;
