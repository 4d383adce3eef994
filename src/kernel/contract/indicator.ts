/**
 * A figure with its definition. `sql` selects the rows it counts, one row each, as of a day and as known at a command:
 * columns `division_id int` (the office whose area the row lies in), `measure bigint` (1 for a count, 分 for money), `weight bigint` (denominator of a
 * ratio, else 0), `urban_rural text` (`urban`, `rural` or null), `row_kind text`, `row_id bigint`, `label text` (shown where a row's kind has no list
 * of its own; never a name). Parameters, cast where they stand: `$1::date` from, `$2::date` to (exclusive), `$3::bigint` known.
 * A stock counts on the day `$1`. Known at K: `known_from <= K and (known_to is null or known_to > K)`, or `command_id <= K` where rows are only added.
 */
export interface Indicator {
  readonly id: string;
  readonly title: string;
  /** 户, 人, 元, 元/人·月 */
  readonly unit: string;
  readonly kind: 'stock' | 'flow' | 'ratio';
  /** What `measure` adds up. 分 become 元 when shown; numbers with decimals (公顷, 级) are carried in ten-thousandths. */
  readonly measures: 'count' | 'fen' | 'decimal';
  /** Words of the definition, shown when the figure is opened. */
  readonly definition: string;
  readonly sql: string;
  /** A published standard, read from the book of parameters instead of `sql` (left empty): its amount, or its rise over the period in per cent. */
  readonly standard?: { readonly parameter: string; readonly as: 'value' | 'growth' };
  /** 同比: another indicator's value against the same period a year before. `sql` is that indicator's, so that the figure opens into its rows. */
  readonly compared?: { readonly indicator: string; readonly as: 'percent' | 'difference' };
  /** For ratios: sum(measure) ÷ sum(weight), rounded half up so. */
  readonly rounding?: { readonly decimals: number };
  /** Never shown to the public, however large: a register only its named readers open. */
  readonly internal?: true;
  /** Figures of the catalogue this indicator produces. */
  readonly figures: readonly string[];
  /** Figures of the catalogue that are the urban or the rural part of this indicator. */
  readonly parts?: Readonly<Record<string, 'urban' | 'rural'>>;
  readonly covers: string;
}
export const defineIndicator = (indicator: Indicator): Indicator => indicator;
