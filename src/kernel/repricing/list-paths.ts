import type { Benefit } from '../contract/matter.ts';
import type { Tx } from '../db/tx.ts';
import { shortDivisionCode } from '../policy/division-path.ts';
import type { ParameterBook } from '../policy/parameter-book.ts';

/**
 * Division codes above each of these divisions, nearest first, in one reading: of each only those that some figure or law is written for. The villages of a
 * city mostly share one list then (the same array), and what is read for one is read for all.
 */
export async function listPathsOf(tx: Tx, divisions: readonly number[], written: { readonly books: readonly ParameterBook[]; readonly benefits: readonly Benefit[] }): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await tx.rows<{ id: number; codes: string[] }>(
    'select d as id, array(select a.code from divisions_above(d) a order by a.depth) as codes from unnest($1::int[]) as d', [divisions]);
  const named = new Set([...written.books.flatMap((book) => book.values.map((value) => value.division)), ...written.benefits.flatMap((benefit) => benefit.rules.map((rules) => rules.applies.division))].map(shortDivisionCode));
  const share = (codes: readonly string[]): readonly string[] => {
    const path = codes.filter((code) => named.has(shortDivisionCode(code)));
    const key = path.join();
    const known = shared.get(key) ?? path;
    if (shared.size < MOST_SHARED) shared.set(key, known);
    return known;
  };
  return new Map(rows.map((row) => [row.id, share(row.codes)]));
}

const shared = new Map<string, readonly string[]>();
const MOST_SHARED = 10_000;
