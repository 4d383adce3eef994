import { plainTitleOf } from '../../contract/matter.ts';
import { defineMessages, type Message } from '../../inbox/message-source.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { formatYuan, type Fen } from '../../values/money.ts';
import type { PlainDate } from '../../values/plain-date.ts';

/** Money of the resident's own household: what arrived, what the bank sent back. One message a payment, whatever lines it had. */
export default defineMessages({
  id: 'payments',
  async list(tx) {
    const registry = await loadRegistry();
    const rows = await tx.rows<{ benefit: string; kind: 'paid' | 'returned'; on: PlainDate; command: number; fen: number; month: string }>(
      `select benefit, kind, booked_on as "on", max(command_id) as command, sum(fen)::bigint as fen, to_char(max(for_month), 'YYYY-MM') as month
         from ledger_entry where household_id in (select own_households()) and kind in ('paid', 'returned') group by benefit, kind, booked_on, line_id order by max(command_id) desc limit 40`);
    return rows.map((row): Message => {
      const matter = registry.findBenefit(row.benefit)?.matter;
      const name = matter ? plainTitleOf(matter) : '';
      const month = `${Number(row.month.slice(5))} 月`;
      if (row.kind === 'returned') return { on: row.on, command: row.command, title: `${month}${name}没有打进去`, text: `${formatYuan(row.fen as Fen)} 元被银行退回，请到窗口核对账户，核对好就补发。`, href: '/my', asks: true };
      return { on: row.on, command: row.command, title: `${month}${name}到账`, text: `${formatYuan(row.fen as Fen)} 元已打到您家的账户。`, href: '/my' };
    });
  },
});
