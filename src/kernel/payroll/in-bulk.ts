import type { Tx } from '../db/tx.ts';

/**
 * Runs statements over a whole roll. Fresh tables have no statistics yet, and a planner that expects a handful of rows walks
 * thousands by thousands: 87 s for 5,000 households where hashing takes one.
 */
export async function inBulk<T>(tx: Tx, run: () => Promise<T>): Promise<T> {
  await tx.run(`select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)`);
  const result = await run();
  await tx.run(`select set_config('enable_nestloop', 'on', true), set_config('jit', 'on', true)`);
  return result;
}
