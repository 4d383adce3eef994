import type { Caller } from '../access/caller.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';

/** Asked inside every transaction of somebody who acts for another: a mandate taken back a moment ago no longer opens anything. */
export async function requireMandate(tx: Tx, caller: Caller): Promise<void> {
  if (caller.mandate === undefined || caller.post) return;
  if (!(await tx.find('select 1 from held_mandate()'))) throw new Refusal('mandate.not-in-force');
}
