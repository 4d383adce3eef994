import type { Tx } from '../db/tx.ts';

/** Division codes above each of these divisions, nearest first, in one reading. */
export async function listPathsOf(tx: Tx, divisions: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await tx.rows<{ id: number; codes: string[] }>(
    'select d as id, array(select a.code from divisions_above(d) a order by a.depth) as codes from unnest($1::int[]) as d', [divisions]);
  return new Map(rows.map((row) => [row.id, row.codes]));
}
