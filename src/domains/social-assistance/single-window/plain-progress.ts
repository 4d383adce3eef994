import type { PlainDate } from '../../../kernel/values/plain-date.ts';
import { HANDOVER_STATES, NEEDS, OUTCOMES, type HandoverState, type Need, type Outcome } from './terms.ts';

export interface ProgressRow {
  readonly told_on: PlainDate; readonly state: 'open' | 'answered'; readonly need: Need; readonly receiver_name: string; readonly handover_state: HandoverState; readonly sent_on: PlainDate;
  readonly received_on: PlainDate | null; readonly answered_on: PlainDate | null; readonly outcome: Outcome | null; readonly answer_due: PlainDate | null;
}
export interface ProgressLine { readonly need: string; readonly receiver: string; readonly says: string; readonly done: boolean; readonly sentOn: PlainDate; readonly receivedOn: PlainDate | null; readonly answeredOn: PlainDate | null; readonly due: PlainDate | null }
export interface PlainProgress { readonly toldOn: PlainDate; readonly finished: boolean; readonly open: number; readonly lines: readonly ProgressLine[] }

/** Where a request stands, in words the person who made it uses. Pure. */
export function plainProgress(rows: readonly ProgressRow[]): PlainProgress {
  const lines = rows.map((row): ProgressLine => {
    const done = row.handover_state === 'answered' || row.handover_state === 'told';
    return {
      need: NEEDS[row.need].plain, receiver: row.receiver_name, done, sentOn: row.sent_on, receivedOn: row.received_on, answeredOn: row.answered_on, due: done ? null : row.answer_due,
      says: done && row.outcome !== null ? `${HANDOVER_STATES.answered.plain}：${OUTCOMES[row.outcome]}` : HANDOVER_STATES[row.handover_state].plain,
    };
  });
  return { toldOn: rows[0]?.told_on as PlainDate, finished: rows[0]?.state === 'answered', open: lines.filter((line) => !line.done).length, lines };
}
