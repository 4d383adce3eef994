import type { Tx } from '../../../kernel/db/tx.ts';
import type { PlainDate } from '../../../kernel/values/plain-date.ts';
import { HANDOVER_STATES, NEEDS, OUTCOMES, type HandoverState, type Need, type Outcome } from './terms.ts';

/** A hand-over as a line of a list. `due`: 签收 while it is unsigned for, then 答复. */
export interface HandoverLine {
  readonly id: number; readonly number: string; readonly need: string; readonly name: string; readonly receiver: string; readonly from: string; readonly state: HandoverState; readonly stateTitle: string;
  readonly sentOn: PlainDate; readonly due: PlainDate | null; readonly dueFor: '签收' | '答复'; readonly over: boolean; readonly receivedOn: PlainDate | null; readonly answeredOn: PlainDate | null; readonly outcome: string | null;
}
interface Row {
  id: number; number: string; need: Need; name: string; receiver: string; from: string; state: HandoverState; sentOn: PlainDate; due: PlainDate | null; receivedOn: PlainDate | null; answeredOn: PlainDate | null; outcome: Outcome | null;
}

export interface Wanted {
  /** What was handed to the caller's own office or department; what the caller's windows sent; all one may see. */
  readonly side: 'mine' | 'sent' | 'all';
  readonly only: 'open' | 'overdue' | 'done' | 'all';
  readonly find?: string | undefined; readonly limit: number;
  /** The caller's own office and department-clerk or not. */
  readonly office: number; readonly divisions: readonly number[];
}

const DUE = `case when h.state = 'sent' then least(h.receive_due, h.answer_due) else h.answer_due end`;
const OPEN = `h.state in ('sent', 'received', 'returned')`;

/** Said in the words of the index over what is open, so that a list of what is to be done never reads what is done. */
const ONLY: Readonly<Record<Wanted['only'], string>> = {
  open: `h.state in ('sent', 'received', 'returned', 'answered')`, overdue: `${OPEN} and ${DUE} < $4`, done: `h.state in ('told', 'transferred')`, all: 'true',
};

/** Hand-overs in the caller's sight, the most urgent first. */
export async function listHandoverLines(tx: Tx, wanted: Wanted, today: PlainDate): Promise<HandoverLine[]> {
  const rows = await tx.rows<Row & Record<string, unknown>>(
    `select h.id, h.number, h.need, h.name_masked as name, h.receiver_name as receiver, h.state, h.sent_on as "sentOn", ${DUE} as due, h.received_on as "receivedOn", h.answered_on as "answeredOn", h.outcome,
            (select e.office_name from handover_event e where e.handover_id = h.id order by e.id limit 1) as from
       from handover h
      where case $1 when 'mine' then (h.receiver_kind = 'matter' and h.office_division_id = $2) or (h.receiver_kind = 'department' and h.receiver = any ((select caller_departments())::text[]))
                    when 'sent' then h.division_id = any ($3::int[]) else true end
        and ${ONLY[wanted.only]} and $4::date is not null -- every view is given the day, also one that does not ask for it
        and ($5::text is null or h.number = $5 or right(h.number, 6) = lpad($5, 6, '0') or h.name_masked like left($5, 1) || '%' or h.receiver_name like '%' || $5 || '%')
      order by (${OPEN}) desc, ${DUE} nulls last, h.id desc limit $6`,
    [wanted.side, wanted.office, wanted.divisions, today, wanted.find || null, wanted.limit]);
  return rows.map((row) => toLine(row, today));
}

function toLine(row: Row, today: PlainDate): HandoverLine {
  const open = row.state === 'sent' || row.state === 'received' || row.state === 'returned';
  return {
    ...row, need: NEEDS[row.need].title, stateTitle: HANDOVER_STATES[row.state].title, dueFor: row.state === 'sent' ? '签收' : '答复', over: open && row.due !== null && row.due < today,
    outcome: row.outcome === null ? null : OUTCOMES[row.outcome],
  };
}
