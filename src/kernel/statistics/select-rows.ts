import type { FigureRequest } from './figure-request.ts';

/**
 * The rows a figure counts, as a common table `counted`, scoped to the division asked for. $1 from, $2 to, $3 known, $4 divisions or null;
 * further parameters start at $5. Every parameter is named so that an indicator need not use them all.
 */
export function selectRows(request: FigureRequest): string {
  return `with asked as (select $1::date, $2::date, $3::bigint),
    counted as (select f.* from (${request.indicator.sql}) f, asked where $4::int[] is null or f.division_id = any ($4::int[]))`;
}

export const rowValues = (request: FigureRequest, divisions: readonly number[] | null): unknown[] => [request.from, request.to, request.known, divisions];
