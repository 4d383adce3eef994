import type { LawReference } from '../../../kernel/contract/law.ts';
import type { Caller } from '../../../kernel/access/caller.ts';
import type { City } from '../../../kernel/db/city.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { shortDivisionName } from '../../../kernel/registers/division/short-division-name.ts';
import type { PlainDate } from '../../../kernel/values/plain-date.ts';
import { readTold, standingOf, type HandoverRow } from './handovers.ts';
import type { KeptLimit } from './limits.ts';
import { listMoves, MOVES, type Move } from './next-state.ts';
import type { Told } from './prefill.ts';
import { HANDOVER_STATES, NEEDS, OUTCOMES, type HandoverState, type Outcome } from './terms.ts';

export interface HandoverEvent { readonly move: Move | 'send'; readonly title: string; readonly on: PlainDate; readonly who: string; readonly office: string; readonly onBehalf: boolean; readonly content: string | null; readonly outcome: string | null; readonly scan: number | null }
export interface HandoverDetail {
  readonly id: number; readonly number: string; readonly version: number; readonly intake: number; readonly need: string; readonly plainNeed: string; readonly receiver: string; readonly receiverKind: 'matter' | 'department'; readonly receiverId: string;
  readonly law: LawReference; readonly name: string; readonly state: HandoverState; readonly stateTitle: string; readonly sentOn: PlainDate; readonly receiveDue: PlainDate | null; readonly answerDue: PlainDate | null;
  readonly limits: { readonly receive: KeptLimit; readonly answer: KeptLimit }; readonly over: boolean;
  readonly receivedOn: PlainDate | null; readonly receiptNumber: string | null; readonly answeredOn: PlainDate | null; readonly outcome: string | null; readonly toldOn: PlainDate | null; readonly caseId: number | null; readonly caseNumber: string | null;
  readonly onward: { readonly id: number; readonly number: string; readonly receiver: string } | null; readonly previous: number | null;
  readonly moves: readonly Move[]; /** The window acts for a department that has no account. */ readonly onBehalf: boolean; readonly told: Told; readonly home: string; readonly events: readonly HandoverEvent[];
}

/** Everything of one hand-over, for the office that has it and the window that sent it. */
export async function readHandover(tx: Tx, city: City, caller: Caller, row: HandoverRow, today: PlainDate): Promise<HandoverDetail> {
  const at = await standingOf(tx, caller, row);
  const told = readTold(city, row);
  const events = await tx.rows<Omit<HandoverEvent, 'title'> & { outcome: string | null } & Record<string, unknown>>(
    `select move, on_day as "on", actor_name as who, office_name as office, on_behalf as "onBehalf", content, outcome, scan_file_id as scan from handover_event where handover_id = $1 order by id`, [row.id]);
  const onward = await tx.find<{ id: number; number: string; receiver: string }>('select id, number, receiver_name as receiver from handover where previous_id = $1', [row.id]);
  const found = row.case_id === null ? undefined : await tx.find<{ number: string }>('select number from case_file where id = $1', [row.case_id]);
  const due = row.state === 'sent' ? (row.receive_due ?? row.answer_due) : row.answer_due;
  return {
    id: row.id, number: row.number, version: row.version, intake: row.intake_id, need: NEEDS[row.need].title, plainNeed: NEEDS[row.need].plain, receiver: row.receiver_name, receiverKind: row.receiver_kind, receiverId: row.receiver,
    law: row.law, name: row.name_masked, state: row.state, stateTitle: HANDOVER_STATES[row.state].title, sentOn: row.sent_on, receiveDue: row.receive_due, answerDue: row.answer_due, limits: row.limits,
    over: ['sent', 'received', 'returned'].includes(row.state) && due !== null && due < today,
    receivedOn: row.received_on, receiptNumber: row.receipt_number, answeredOn: row.answered_on, outcome: row.outcome === null ? null : OUTCOMES[row.outcome as Outcome], toldOn: row.told_on, caseId: row.case_id,
    caseNumber: found?.number ?? null, onward: onward ?? null, previous: row.previous_id, moves: listMoves(row.state, at), onBehalf: at.withoutAccount && at.window && !at.receiver, told, home: await placeName(tx, told.division, row.sent_on),
    events: events.map((event) => ({ ...event, title: event.move === 'send' ? '转出' : MOVES[event.move].title, outcome: event.outcome === null ? null : OUTCOMES[event.outcome as Outcome] })),
  };
}

/** 石岐区太平社区, as the tree stands. */
export async function placeName(tx: Tx, code: string, day: PlainDate): Promise<string> {
  const rows = await tx.rows<{ name: string }>(
    `select a.name from (select id from division where code = $1 and valid_from <= $2 order by valid_from desc limit 1) d cross join lateral divisions_above(d.id) a where a.level in ('county', 'town', 'village') order by a.depth desc`, [code, day]);
  return rows.map((row) => shortDivisionName(row.name)).join('') || code;
}
