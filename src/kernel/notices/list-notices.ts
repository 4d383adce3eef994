import type { Tx } from '../db/tx.ts';
import { daysBetween, type PlainDate } from '../values/plain-date.ts';

export interface ListedObjection {
  readonly id: number; readonly receivedOn: PlainDate; readonly how: 'portal' | 'desk'; readonly content: string;
  readonly answer: { readonly on: PlainDate; readonly outcome: 'upheld' | 'rejected'; readonly reply: string; readonly by: string } | null;
}
export interface ListedNotice {
  readonly id: number; readonly scope: 'town' | 'county'; readonly name: string; readonly headcount: number; readonly fen: number; readonly place: string; readonly office: string; readonly division: string;
  readonly postedOn: PlainDate; readonly endsOn: PlainDate; readonly withdrawnOn: PlainDate | null; readonly withdrawnReason: string | null;
  /** Day of the notice today, counted from the day after posting; and how many there are. */
  readonly day: number; readonly days: number;
  readonly running: boolean;
  readonly objections: readonly ListedObjection[];
}

type Row = Omit<ListedNotice, 'day' | 'days' | 'running' | 'objections'> & Record<string, unknown>;
interface ObjectionRow { notice_id: number; id: number; receivedOn: PlainDate; how: 'portal' | 'desk'; content: string; answeredOn: PlainDate | null; outcome: 'upheld' | 'rejected'; reply: string; by: string }

/** Notices of a case as anyone may see them, oldest first; a resident is not shown those withdrawn. */
export async function listPublished(tx: Tx, caseId: number, today: PlainDate): Promise<Omit<ListedNotice, 'objections'>[]> {
  const rows = await tx.rows<Row>(
    `select id, scope, name_masked as name, headcount, fen, place, office_name as office, division_name as division, posted_on as "postedOn", ends_on as "endsOn",
            withdrawn_on as "withdrawnOn", withdrawn_reason as "withdrawnReason" from public_notice where case_id = $1 order by id`, [caseId]);
  return rows.map((row) => ({ ...row, ...noticeDays(row, today) }));
}

/** The same for offices, the withdrawn too, with the objections to each. */
export async function listNotices(tx: Tx, caseId: number, today: PlainDate): Promise<ListedNotice[]> {
  const objections = await tx.rows<ObjectionRow & Record<string, unknown>>(
    `select o.notice_id, o.id, o.received_on as "receivedOn", o.how, o.content, a.answered_on as "answeredOn", a.outcome, a.reply, a.answered_by as by
       from objection o left join objection_answer a on a.objection_id = o.id where o.case_id = $1 order by o.id`, [caseId]);
  return (await listPublished(tx, caseId, today)).map((notice) => ({
    ...notice,
    objections: objections.filter((one) => one.notice_id === notice.id).map((one) => ({
      id: one.id, receivedOn: one.receivedOn, how: one.how, content: one.content,
      answer: one.answeredOn ? { on: one.answeredOn, outcome: one.outcome, reply: one.reply, by: one.by } : null,
    })),
  }));
}

/** Pure: which day of how many a notice is at. */
export function noticeDays(notice: { postedOn: PlainDate; endsOn: PlainDate; withdrawnOn?: PlainDate | null }, today: PlainDate): { day: number; days: number; running: boolean } {
  const days = daysBetween(notice.postedOn, notice.endsOn);
  return { day: Math.max(0, Math.min(days, daysBetween(notice.postedOn, today))), days, running: !notice.withdrawnOn && today <= notice.endsOn };
}
