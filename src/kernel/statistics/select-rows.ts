import type { FigureRequest } from './figure-request.ts';

/**
 * The rows a figure counts, as a common table `counted`, scoped to the division asked for. $1 from, $2 to, $3 known, $4 divisions or null;
 * further parameters start at $5. Every parameter is named so that an indicator need not use them all.
 */
export function selectRows(request: FigureRequest): string {
  const rows = request.given === undefined ? request.indicator.sql : GIVEN(request.given);
  return `with asked as (select $1::date, $2::date, $3::bigint),
    counted as (select f.* from (${rows}) f, asked where $4::int[] is null or f.division_id = any ($4::int[]))`;
}

/** Rows made by the platform itself, as a literal. */
const GIVEN = (json: string): string =>
  `select * from jsonb_to_recordset('${json.replaceAll("'", "''")}'::jsonb) as r (division_id int, measure bigint, weight bigint, urban_rural text, row_kind text, row_id bigint, label text)`;

export const rowValues = (request: FigureRequest, divisions: readonly number[] | null): unknown[] => [request.from, request.to, request.known, divisions];
