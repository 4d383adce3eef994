import type { ParameterReading } from '../../../kernel/contract/parameter.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readCalendar } from '../../../kernel/casework/read-calendar.ts';
import { divisionCodesAbove, loadBook } from '../../../kernel/policy/load-book.ts';
import type { PlainDate } from '../../../kernel/values/plain-date.ts';
import { addWorkingDays } from '../../../kernel/values/working-days.ts';
import { answerDays, receiveDays } from './parameters.ts';

export interface KeptLimit { readonly title: string; readonly days: number | null; readonly document: ParameterReading['document'] | null; readonly demo: boolean; readonly reason: string | null }
export interface HandoverLimits { readonly receiveDue: PlainDate | null; readonly answerDue: PlainDate | null; readonly kept: { readonly receive: KeptLimit; readonly answer: KeptLimit } }

/** 签收、答复期限 of a hand-over sent on a day, in working days. Where the city has set none the clock stays without an end and says so: nothing is blocked. */
export async function readLimits(tx: Tx, division: number, day: PlainDate): Promise<HandoverLimits> {
  const [book, codes, calendar] = [await loadBook(tx), await divisionCodesAbove(tx, division), await readCalendar(tx)];
  const read = (id: string): KeptLimit => {
    const answer = book.read(id, codes, day);
    if (answer.is === 'gap') return { title: answer.title, days: null, document: null, demo: false, reason: answer.reason };
    const { title, value, document, demo } = answer.reading;
    return { title, days: Number(value), document, demo, reason: null };
  };
  const kept = { receive: read(receiveDays.id), answer: read(answerDays.id) };
  const due = (limit: KeptLimit): PlainDate | null => (limit.days === null ? null : addWorkingDays(calendar, day, limit.days).day);
  return { receiveDue: due(kept.receive), answerDue: due(kept.answer), kept };
}
