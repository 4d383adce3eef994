import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { maskName } from '../../values/name-mask.ts';
import { getPayroll, type RollChange } from '../payroll.ts';
import { getRoll } from '../roll.ts';

interface Line extends Record<string, unknown> {
  readonly id: number; readonly roll: number; readonly lineNo: number; readonly householdId: number; readonly household: string; readonly head: string; readonly place: string; readonly persons: number; readonly fen: number;
  readonly lastFen: number; readonly outstandingFen: number; readonly change: RollChange | null; readonly reason: string; readonly status: string;
  readonly payee: string | null; readonly agent: string | null; readonly bank: string | null; readonly lastFour: string | null;
}

/** One household's line: what it is made of, where it went, and the same household in other months. */
export default defineQuery({
  id: 'payroll.get-line',
  title: '看花名册一户',
  allow: { staff: true },
  sensitive: true,
  input: z.strictObject({ line: z.int().positive() }),
  async run(tx, input, by) {
    const line = await tx.find<Line>(
      `select l.id, l.roll_id as roll, l.line_no as "lineNo", l.household_id as "householdId", l.household_number as household, coalesce(h.name, '') as head, d.name as place, l.persons, l.fen, l.last_fen as "lastFen",
              l.outstanding_fen as "outstandingFen", l.change, l.reason, l.status, l.payee_name as payee, l.agent_relation as agent, l.bank_name as bank, l.account_last_four as "lastFour"
         from roll_line l left join person h on h.id = l.head_person_id join division d on d.id = office_of(l.division_id, 'town') where l.id = $1`, [input.line]);
    if (!line) throw new Refusal('not-found');
    const roll = await getRoll(tx, line.roll);
    const payroll = await getPayroll(roll.benefit);
    by.saw('household', [line.householdId], `看花名册 ${roll.number} 第 ${line.lineNo} 行`);
    const items = await tx.rows<{ grant: number; month: string; item: string; person: string | null; fen: number; cause: string }>(
      `select i.grant_id as grant, to_char(i.for_month, 'YYYY-MM') as month, i.item, p.name as person, i.fen, i.cause from roll_line_item i left join person p on p.id = i.person_id where i.line_id = $1 order by i.for_month, i.item, i.id`, [line.id]);
    const events = await tx.rows<{ kind: string; on: string; code: string | null; reason: string | null; bankTime: string | null }>(
      'select kind, on_day as on, code, reason, bank_time as "bankTime" from payment_event where line_id = $1 order by id', [line.id]);
    const holds = await tx.rows<{ held: boolean; reason: string; by: string | null }>('select o.held, o.reason, a.name as by from line_hold o left join account a on a.id = o.account_id where o.line_id = $1 order by o.id', [line.id]);
    const months = await tx.rows<{ month: string; kind: string; fen: number; status: string; reason: string }>(
      `select to_char(r.month, 'YYYY-MM') as month, r.kind, l.fen, l.status, l.reason from roll_line l join roll r on r.id = l.roll_id
        where l.household_id = $1 and r.benefit = $2 and r.state <> 'void' order by r.month desc, r.id desc limit 24`, [line.householdId, roll.benefit]);
    return {
      ...line, head: maskName(line.head), payee: line.payee === null ? null : maskName(line.payee), rollNumber: roll.number, changeTitle: line.change ? payroll.words[line.change] : null,
      items: items.map((item) => ({ ...item, title: payroll.items[item.item] ?? item.item, person: item.person === null ? null : maskName(item.person) })), events,
      holds: holds.map((hold) => ({ ...hold, by: hold.by === null ? null : maskName(hold.by) })), months,
    };
  },
});
