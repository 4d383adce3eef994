import type { Tx } from '../db/tx.ts';

export interface RollBalance { readonly lines: number; readonly items: number; readonly due: number }

/** Three sums of one roll that must be one: its lines, their items, what the ledger calls due. All in 分. */
export async function readRollBalance(tx: Tx, roll: number): Promise<RollBalance & { readonly equal: boolean }> {
  const sums = await tx.one<RollBalance & Record<string, unknown>>(
    `select (select coalesce(sum(fen), 0)::bigint from roll_line where roll_id = $1) as lines, (select coalesce(sum(fen), 0)::bigint from roll_line_item where roll_id = $1) as items,
            (select coalesce(sum(fen), 0)::bigint from ledger_entry where roll_id = $1 and kind = 'due') as due`, [roll]);
  return { ...sums, equal: sums.lines === sums.items && sums.items === sums.due };
}
