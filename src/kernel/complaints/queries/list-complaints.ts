import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { daysBetween, type PlainDate } from '../../values/plain-date.ts';
import type { ComplaintAbout } from '../complaint.ts';
import { STATES, type ComplaintState } from '../states.ts';

export interface ListedComplaint {
  readonly id: number; readonly number: string; readonly about: ComplaintAbout; readonly division: string; readonly receivedOn: PlainDate; readonly answerBy: PlainDate | null; readonly daysLeft: number | null; readonly how: string; readonly content: string;
  readonly named: boolean; readonly restricted: boolean; readonly state: ComplaintState; readonly stateTitle: string; readonly outcome: string | null; readonly household: string | null;
}

/** The desk's complaints: those the database shows this post, the ones due first on top. */
export default defineQuery({
  id: 'complaints.list-complaints', title: '投诉举报', allow: { staff: true }, sensitive: true, input: z.strictObject({ closed: z.boolean().default(false), limit: z.int().min(1).max(5000).default(100) }),
  async run(tx, input, by): Promise<{ today: PlainDate; complaints: ListedComplaint[] }> {
    const rows = await tx.rows<Omit<ListedComplaint, 'daysLeft' | 'stateTitle'> & Record<string, unknown>>(
      `select c.id, c.number, c.about, d.name as division, c.received_on as "receivedOn", c.answer_by as "answerBy", c.how, left(c.content, 120) as content, c.named, c.restricted, c.state, c.outcome, h.number as household
         from complaint c join division d on d.id = c.division_id left join household h on h.id = c.household_id
        where (c.state = 'closed') = $1 order by case when $1 then null else c.answer_by end nulls last, c.id desc limit $2`, [input.closed, input.limit]);
    by.saw('complaint', rows.map((row) => row.id), '看投诉举报');
    return { today: by.today, complaints: rows.map((row) => ({ ...row, division: shortDivisionName(row.division), stateTitle: STATES[row.state], daysLeft: row.answerBy === null ? null : daysBetween(by.today, row.answerBy) })) };
  },
});
