import type { Caller } from '../access/caller.ts';
import type { Tx } from './tx.ts';

/** A post with more divisions than a town has villages sees most of what a list holds. */
const WIDE = 60;

/**
 * The planner is not told how long the list of a caller's divisions is: it guesses ten. For one village it then walks a whole city in the order of a list, and for
 * a whole city it fetches every row by division to sort them. A narrow post's divisions stand in the statement too, where they are counted; for a wide one
 * the ways that gather all rows first are switched off while `read` reads. Neither changes who sees what: the policies stay as they are.
 */
export async function planForArea<T>(tx: Tx, caller: Caller, reads: 'in-order' | 'search', read: () => Promise<T>): Promise<T> {
  if (caller.divisions.length <= WIDE) return read();
  const allow = (ways: 'on' | 'off'): Promise<number> => tx.run(`select set_config('enable_bitmapscan', $1, true), set_config('enable_sort', $2, true)`, [ways, reads === 'in-order' ? ways : 'on']);
  await allow('off');
  const found = await read();
  await allow('on');
  return found;
}

/** The caller's divisions as a condition on columns that the policy holds to them as well, numbered `$n`; undefined for a wide post, and where a caller has none. */
export function areaCondition(caller: Caller, columns: readonly string[], n: number): { readonly sql: string; readonly value: readonly number[] } | undefined {
  if (caller.divisions.length === 0 || caller.divisions.length > WIDE) return undefined;
  return { sql: `(${columns.map((column) => `${column} = any ($${n}::int[])`).join(' or ')})`, value: caller.divisions };
}
