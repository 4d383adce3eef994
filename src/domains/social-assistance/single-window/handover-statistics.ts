import type { Tx } from '../../../kernel/db/tx.ts';
import { readCalendar } from '../../../kernel/casework/read-calendar.ts';
import type { PlainDate } from '../../../kernel/values/plain-date.ts';
import { workingDaysBetween, type WorkingCalendar } from '../../../kernel/values/working-days.ts';
import { NEEDS, type Need } from './terms.ts';

export interface StatisticsLine { readonly title: string; readonly sent: number; readonly answered: number; readonly returned: number; readonly open: number; readonly overdue: number; /** Working days from sending to answer, on average; null while nothing is answered. */ readonly averageDays: number | null }
export interface HandoverStatistics { readonly byNeed: readonly StatisticsLine[]; readonly byOffice: readonly StatisticsLine[]; readonly total: StatisticsLine; readonly intakes: number; readonly finished: number }
interface Row { need: Need; receiver_name: string; state: string; sent_on: PlainDate; answered_on: PlainDate | null; due: PlainDate | null; was_returned: boolean }

/** Counts the hand-overs sent in a period, in the caller's sight. A returned one counts with the office that returned it. */
export async function readHandoverStatistics(tx: Tx, period: { readonly from: PlainDate; readonly to: PlainDate }, today: PlainDate): Promise<HandoverStatistics> {
  const rows = await tx.rows<Row & Record<string, unknown>>(
    `select h.need, h.receiver_name, h.state, h.sent_on, h.answered_on, case when h.state = 'sent' then least(h.receive_due, h.answer_due) else h.answer_due end as due,
            exists (select 1 from handover_event e where e.handover_id = h.id and e.move in ('return', 'transfer')) as was_returned
       from handover h where h.sent_on >= $1 and h.sent_on < $2`, [period.from, period.to]);
  const { intakes, finished } = await tx.one<{ intakes: number; finished: number }>(`select count(*)::int as intakes, count(*) filter (where state = 'answered')::int as finished from intake where told_on >= $1 and told_on < $2`, [period.from, period.to]);
  const calendar = await readCalendar(tx);
  const group = (key: (row: Row) => string): StatisticsLine[] => [...Map.groupBy(rows, key)].map(([title, some]) => countRows(title, some, today, calendar)).toSorted((a, b) => b.sent - a.sent);
  return { byNeed: group((row) => NEEDS[row.need].title), byOffice: group((row) => row.receiver_name), total: countRows('合计', rows, today, calendar), intakes, finished };
}

/** Pure. Overdue: open past its day, or answered after it. */
export function countRows(title: string, rows: readonly Pick<Row, 'state' | 'sent_on' | 'answered_on' | 'due' | 'was_returned'>[], today: PlainDate, calendar: WorkingCalendar): StatisticsLine {
  const answered = rows.filter((row) => row.answered_on !== null);
  const open = rows.filter((row) => row.answered_on === null && row.state !== 'transferred');
  const days = answered.map((row) => workingDaysBetween(calendar, row.sent_on, row.answered_on as PlainDate).days);
  return {
    title, sent: rows.length, answered: answered.length, returned: rows.filter((row) => row.was_returned).length, open: open.length,
    overdue: open.filter((row) => row.due !== null && row.due < today).length + answered.filter((row) => row.due !== null && (row.answered_on as PlainDate) > row.due).length,
    averageDays: days.length === 0 ? null : Math.round((days.reduce((sum, one) => sum + one, 0) / days.length) * 10) / 10,
  };
}
