import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { inBulk } from './in-bulk.ts';

export type Settlement = 'paid' | 'returned' | 'withdrawn';

/**
 * Books what became of lines: money that arrived, came back, or was taken out before it went. What did not arrive is no longer live:
 * a later roll may carry it again, and only then.
 */
export async function settleLines(tx: Tx, by: CommandContext, lineIds: readonly number[], settlement: Settlement): Promise<void> {
  if (lineIds.length === 0) return;
  await inBulk(tx, () => tx.run(
    `insert into ledger_entry (division_id, household_id, benefit, roll_id, line_id, item_id, grant_id, for_month, item, person_id, hukou_kind, kind, fen, booked_on)
     select i.division_id, i.household_id, g.benefit, i.roll_id, i.line_id, i.id, i.grant_id, i.for_month, i.item, i.person_id, l.hukou_kind, $2, i.fen, $3
       from roll_line_item i join roll_line l on l.id = i.line_id join benefit_grant g on g.id = i.grant_id where i.line_id = any ($1) and i.known_to is null`, [lineIds, settlement, by.today]));
  if (settlement !== 'paid') await tx.run('update roll_line_item set known_to = current_command() where line_id = any ($1) and known_to is null', [lineIds]);
}

/** Takes lines out of a roll before they are paid: held, or the whole roll made void. */
export async function withdrawLines(tx: Tx, by: CommandContext, lineIds: readonly number[], reason: string | null): Promise<void> {
  if (lineIds.length === 0) return;
  await tx.run(`update roll_line set status = 'withdrawn' where id = any ($1)`, [lineIds]);
  await tx.run(
    `insert into payment_event (roll_id, line_id, household_id, division_id, kind, fen, reason, on_day)
     select l.roll_id, l.id, l.household_id, l.division_id, 'withdrawn', l.fen,
            coalesce($2, (select h.reason from line_hold h where h.line_id = l.id and h.held order by h.id desc limit 1)), $3 from roll_line l where l.id = any ($1)`, [lineIds, reason, by.today]);
  await settleLines(tx, by, lineIds, 'withdrawn');
}
