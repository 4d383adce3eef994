import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { getPayroll } from '../payroll.ts';
import type { RollState } from '../roll-states.ts';
import { stateTitles } from '../roll-states.ts';

export interface HouseholdPayment {
  readonly line: number; readonly roll: number; readonly number: string; readonly title: string; readonly month: string; readonly kind: 'main' | 'follow-up';
  readonly persons: number; readonly fen: number; readonly lastFen: number; readonly change: string | null; readonly reason: string;
  readonly status: 'open' | 'held' | 'sent' | 'paid' | 'failed' | 'withdrawn' | 'nothing'; readonly rollState: string;
  /** The day it arrived, came back or was sent. */
  readonly day: string | null;
  /** The bank's words, when it came back. */
  readonly because: string | null;
  readonly bank: string | null; readonly lastFour: string | null;
}

/** What one household was paid, month by month, the latest first: how much, why it changed, and whether it arrived. */
export default defineQuery({
  id: 'payroll.list-household-payments', title: '一户的发放', allow: { staff: true }, sensitive: true,
  input: z.strictObject({ household: z.number().int().positive() }),
  async run(tx, input, by): Promise<HouseholdPayment[]> {
    by.saw('household', [input.household], '看一户的发放');
    const rows = await tx.rows<Omit<HouseholdPayment, 'title' | 'rollState'> & { benefit: string; state: RollState } & Record<string, unknown>>(
      `select l.id as line, r.id as roll, r.number, r.benefit, to_char(r.month, 'YYYY-MM') as month, r.kind, r.state, l.persons, l.fen, l.last_fen as "lastFen", l.change, l.reason, l.status,
              e.on_day as day, e.reason as because, l.bank_name as bank, l.account_last_four as "lastFour"
         from roll_line l join roll r on r.id = l.roll_id and r.state <> 'void'
         left join lateral (select on_day, reason from payment_event p where p.line_id = l.id order by p.id desc limit 1) e on true
        where l.household_id = $1 order by r.month desc, r.id desc limit 240`, [input.household]);
    return Promise.all(rows.map(async ({ benefit, state, ...row }) => {
      const { title, words } = await getPayroll(benefit);
      return { ...row, title, rollState: stateTitles[state], change: row.change === null ? null : words[row.change as keyof typeof words] };
    }));
  },
});
