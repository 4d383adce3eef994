import type { Tx } from '../db/tx.ts';
import { TOTALS, type RollTotals } from './roll.ts';

/** What will go to the bank as the roll stands: without lines that are held or have nothing to pay. */
export const readPayable = (tx: Tx, roll: number): Promise<RollTotals> =>
  tx.one<RollTotals & Record<string, unknown>>(`select ${TOTALS} from roll_line where roll_id = $1 and fen > 0 and status not in ('held', 'withdrawn')`, [roll]);
