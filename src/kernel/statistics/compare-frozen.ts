import type { Indicator } from '../contract/indicator.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { definitionDigest } from './commands/freeze-figure.ts';
import { computeFigure, countRows, listScope } from './compute-figure.ts';
import { toPart, type Part } from './figure.ts';
import { lastCommand, withRows } from './figure-request.ts';
import { rowValues, selectRows } from './select-rows.ts';

/** A row that a later correction added to a frozen figure, took from it, or changed. */
export interface Correction { readonly what: 'added' | 'removed' | 'changed'; readonly kind: string; readonly id: number; readonly before: number | null; readonly after: number | null }

export interface FrozenFigure {
  readonly id: number; readonly indicator: string; readonly title: string; readonly unit: string; readonly definition: string; readonly from: PlainDate; readonly to: PlainDate;
  readonly known: number; readonly division: number; readonly rows: number; readonly value: number | null; readonly digest: string; readonly note: string; readonly onDay: PlainDate;
}
export interface Comparison {
  readonly frozen: FrozenFigure;
  readonly now: Part;
  /** The same name counts something else today: the difference is not a correction of rows alone. */
  readonly definitionChanged: boolean;
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number };
  /** The first hundred. */
  readonly corrections: readonly Correction[];
}

export const frozenColumns = `id, indicator, title, unit, definition, from_day as "from", to_day as "to", known, division_id as division, rows, value::float8 as value,
  encode(rows_digest, 'hex') as digest, note, on_day as "onDay"`;

/** What a frozen figure would be with what is known now, row by row. The frozen number itself never moves. */
export async function compareFrozen(tx: Tx, frozen: FrozenFigure, indicator: Indicator): Promise<Comparison> {
  const request = await withRows(tx, { indicator, from: frozen.from, to: frozen.to, known: await lastCommand(tx), division: frozen.division });
  const divisions = await listScope(tx, frozen.division);
  const corrections = await tx.rows<Correction & { n_added: number; n_removed: number; n_changed: number }>(
    `${selectRows(request)},
     today as (select row_kind, row_id, sum(measure)::bigint as measure, sum(weight)::bigint as weight, array_agg(urban_rural order by urban_rural) as ur from counted group by 1, 2),
     then_ as (select row_kind, row_id, sum(measure)::bigint as measure, sum(weight)::bigint as weight, array_agg(urban_rural order by urban_rural) as ur from frozen_figure_row where frozen_figure_id = $5 group by 1, 2),
     differing as (
       select row_kind, row_id, f.measure as before, t.measure as after, case when f.measure is null then 'added' when t.measure is null then 'removed' else 'changed' end as what
         from then_ f full join today t using (row_kind, row_id)
        where (f.measure, f.weight, f.ur) is distinct from (t.measure, t.weight, t.ur))
     select what, row_kind as kind, row_id as id, before, after, count(*) filter (where what = 'added') over () as n_added,
            count(*) filter (where what = 'removed') over () as n_removed, count(*) filter (where what = 'changed') over () as n_changed
       from differing order by what, row_kind, row_id limit 100`, [...rowValues(request, divisions), frozen.id]);
  const { definition_digest: digest } = await tx.one<{ definition_digest: Buffer }>('select definition_digest from frozen_figure where id = $1', [frozen.id]);
  const [first] = corrections;
  return {
    frozen, now: indicator.compared === undefined ? toPart(indicator, await countRows(tx, request, divisions)) : (await computeFigure(tx, request)).all, definitionChanged: !digest.equals(definitionDigest(indicator)),
    counts: { added: first?.n_added ?? 0, removed: first?.n_removed ?? 0, changed: first?.n_changed ?? 0 },
    corrections: corrections.map(({ what, kind, id, before, after }) => ({ what, kind, id, before, after })),
  };
}
