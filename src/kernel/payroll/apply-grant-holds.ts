import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { recordHolds } from './hold-lines.ts';

/** Lines just drawn whose grant stands under a doubt are held at once, with its reason: a death may be known before the roll is. */
export async function applyGrantHolds(tx: Tx, by: CommandContext, rollId: number): Promise<void> {
  const held = await tx.rows<{ id: number; roll_id: number; household_id: number; division_id: number; reason: string }>(
    `update roll_line l set status = 'held' from (
       select distinct on (i.line_id) i.line_id, h.reason from grant_hold h join roll_line_item i on i.grant_id = h.grant_id and i.for_month >= h.from_month and i.known_to is null
        where i.roll_id = $1 and h.lifted_on is null order by i.line_id, h.id) doubt
      where l.id = doubt.line_id and l.status = 'open' returning l.id, l.roll_id, l.household_id, l.division_id, doubt.reason`, [rollId]);
  for (const [reason, lines] of Map.groupBy(held, (line) => line.reason)) await recordHolds(tx, by, lines, true, reason);
}
