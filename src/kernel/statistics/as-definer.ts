import { roleOf } from '../db/cities.ts';
import type { Tx } from '../db/tx.ts';

/**
 * Runs a count over the whole city, whatever the caller's area: for totals only. What `count` returns must not tell one row from another.
 * The caller's own role is taken again before anything else is read.
 */
export async function asDefiner<T>(tx: Tx, count: () => Promise<T>): Promise<T> {
  const { role } = await tx.one<{ role: string }>(`select current_setting('role') as role`);
  await tx.run(`select set_config('role', $1, true)`, [roleOf(tx.city, 'definer')]);
  // a failed statement ends the transaction and the role with it, so there is nothing to restore then
  const counted = await count();
  await tx.run(`select set_config('role', $1, true)`, [role]);
  return counted;
}
