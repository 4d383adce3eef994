import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { Month } from '../values/month.ts';

/**
 * Holds what is drawn for a grant from a month on and not yet sent to the bank: a death stops the next payment at once, also after
 * approval. What was sent already is sent. Returns how many lines were held.
 */
export async function holdLinesOfGrant(tx: Tx, by: CommandContext, grantId: number, fromMonth: Month, reason: string): Promise<number> {
  const held = await tx.rows<{ id: number; roll_id: number; household_id: number; division_id: number }>(
    `update roll_line l set status = 'held'
      where l.status = 'open' and exists (select 1 from roll_line_item i where i.line_id = l.id and i.grant_id = $1 and i.for_month >= $2 and i.known_to is null)
     returning id, roll_id, household_id, division_id`, [grantId, `${fromMonth}-01`]);
  await recordHolds(tx, by, held, true, reason);
  return held.length;
}

/** The record of lines held or let go, with the reason and who said so. */
export async function recordHolds(tx: Tx, by: CommandContext, lines: readonly { id: number; roll_id: number; household_id: number; division_id: number }[], held: boolean, reason: string): Promise<void> {
  await tx.run(
    `insert into line_hold (line_id, roll_id, household_id, division_id, held, reason, account_id)
     select l.line, l.roll, l.household, l.division, $5, $6, $7 from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::int[]) as l (line, roll, household, division)`,
    [lines.map((l) => l.id), lines.map((l) => l.roll_id), lines.map((l) => l.household_id), lines.map((l) => l.division_id), held, reason, by.caller.account?.id ?? null]);
}

