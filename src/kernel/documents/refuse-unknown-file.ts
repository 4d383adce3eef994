import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';

/** A paper that is named by its number must be one the caller may see: an office's of its area, a resident's own. Refuses `not-found`. */
export async function refuseUnknownFile(tx: Tx, by: CommandContext, fileId: number | undefined): Promise<void> {
  if (fileId === undefined) return;
  const found = await tx.find('select 1 from stored_file where id = $1 and ($2::bigint is null or person_id = $2)', [fileId, by.caller.person]);
  if (!found) throw new Refusal('not-found');
}
