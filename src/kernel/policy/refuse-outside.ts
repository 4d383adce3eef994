import type { Caller } from '../access/caller.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';

/** A standard is entered and signed by the office of the place it holds for, or one above it. */
export async function refuseOutside(tx: Tx, caller: Caller, division: string): Promise<void> {
  if (!(await tx.find('select 1 from division where code = $1 and id = any ($2) limit 1', [division, caller.divisions]))) throw new Refusal('policy.outside-area');
}
