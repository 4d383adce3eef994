import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';

/** Takes a notice down before its time; the action that did so stands in the sealed record of the case. */
export async function withdrawNotice(tx: Tx, by: CommandContext, id: number, reason: string): Promise<void> {
  await tx.run('update public_notice set withdrawn_on = $2, withdrawn_reason = $3 where id = $1 and withdrawn_on is null', [id, by.today, reason]);
}
