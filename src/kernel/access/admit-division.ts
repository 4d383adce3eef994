import type { Tx } from '../db/tx.ts';

/**
 * Lets the transaction write in one village outside the caller's area: the office that decides a household's move writes the first rows of the office it
 * goes to. That village only, until the transaction ends; who may decide a move was asked before.
 */
export async function admitDivision(tx: Tx, division: number): Promise<void> {
  await tx.run(`select set_config('mz.divisions', ((select caller_divisions()) || $1::int)::text, true)`, [division]);
}
