import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Indicator } from '../../contract/indicator.ts';
import { defineCommand } from '../../contract/door.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import { computeFigure, listScope } from '../compute-figure.ts';
import type { Figure } from '../figure.ts';
import { figureInput, readFigureRequest } from '../figure-request.ts';
import { rowValues, selectRows } from '../select-rows.ts';

export const definitionDigest = (indicator: Indicator): Buffer =>
  createHash('sha256').update(canonicalJson({ id: indicator.id, kind: indicator.kind, unit: indicator.unit, definition: indicator.definition, sql: indicator.sql, decimals: indicator.rounding?.decimals ?? null })).digest();

/**
 * 定稿: keeps a figure as it is reported, with its definition, each row it counts, and the last command known. What comes to be known later changes
 * nothing of it and stands beside it as a correction.
 */
export default defineCommand({
  id: 'statistics.freeze-figure', title: '统计数定稿', allow: { roles: ['statistician', 'approver', 'town-lead', 'standards-officer'] },
  input: z.strictObject({ ...figureInput, note: z.string().trim().min(2).max(200) }),
  async run(tx, input, by): Promise<{ readonly id: number; readonly figure: Figure; readonly digest: string }> {
    const division = input.division ?? by.caller.post?.divisionId;
    const request = { ...(await readFigureRequest(tx, { ...input, division })) };
    const figure = await computeFigure(tx, request);
    const divisions = await listScope(tx, request.division);
    const { digest } = await tx.one<{ digest: Buffer }>(
      `${selectRows(request)} select sha256(coalesce(string_agg(convert_to(concat_ws(' ', row_kind, row_id, division_id, coalesce(urban_rural, '-'), measure::bigint, weight::bigint), 'UTF8'),
         '\\x0a'::bytea order by row_kind, row_id, division_id, urban_rural, measure, weight), ''::bytea)) as digest from counted`, rowValues(request, divisions));
    const { id } = await tx.one<{ id: number }>(
      `insert into frozen_figure (indicator, title, unit, definition, definition_digest, from_day, to_day, known, division_id, rows, measure, weight, value, breakdown, rows_digest, note, account_id, on_day)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) returning id`,
      [request.indicator.id, request.indicator.title, request.indicator.unit, request.indicator.definition, definitionDigest(request.indicator), request.from, request.to, request.known, request.division,
        figure.all.rows, figure.all.measure, figure.all.weight, figure.all.value, JSON.stringify(figure.breakdown), digest, input.note, by.caller.account?.id ?? null, by.today]);
    await tx.run(
      `${selectRows(request)} insert into frozen_figure_row (frozen_figure_id, division_id, row_kind, row_id, urban_rural, measure, weight)
       select $5, division_id, row_kind, row_id, urban_rural, measure::bigint, weight::bigint from counted order by row_kind, row_id`, [...rowValues(request, divisions), id]);
    return { id, figure, digest: digest.toString('hex') };
  },
});
