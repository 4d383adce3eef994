import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';

/**
 * Waits until every command before this one is finished, so that "known at this command" means the same for ever. Commands hold
 * this lock shared for their length; it is taken alone for an instant and let go in the same statement.
 */
export async function freezeKnowledge(tx: Tx): Promise<void> {
  const { mine } = await tx.one<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtext($1)) as mine`, [`payroll draw ${tx.city}`]);
  // two waiting for each other would only be told apart by the deadlock detector
  if (!mine) throw new Refusal('roll.drawing-now');
  await tx.run('select pg_advisory_lock($1), pg_advisory_unlock($1)', [Number(tx.city)]);
}
