import { defineMessages, type Message } from '../../../../kernel/inbox/message-source.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import { NEEDS, OUTCOMES, type Need, type Outcome } from '../terms.ts';

interface Moved { readonly number: string; readonly need: Need; readonly receiver: string; readonly move: 'send' | 'receive' | 'answer'; readonly on: PlainDate; readonly command: number; readonly outcome: Outcome | null; readonly content: string | null }

/** What became of what a resident told at a window: handed over, taken in hand, answered. Read from the trail of each hand-over. */
export default defineMessages({
  id: 'single-window',
  async list(tx, at) {
    const rows = await tx.rows<Moved & Record<string, unknown>>(
      `select i.number, h.need, h.receiver_name as receiver, e.move, e.on_day as "on", e.command_id as command, e.outcome, e.content
         from handover_event e join handover h on h.id = e.handover_id join intake i on i.id = h.intake_id
        where h.person_id = $1 and i.person_id = $1 and e.move in ('send', 'receive', 'answer') order by e.id desc limit 40`, [at.person]);
    return rows.map((row): Message => {
      const head = { on: row.on, command: row.command, href: '/my' };
      const need = NEEDS[row.need].plain;
      switch (row.move) {
        case 'send': return { ...head, title: `您说的难处登记了：${need}`, text: `转给了${row.receiver}，回执号 ${row.number}。有答复会告诉您。` };
        case 'receive': return { ...head, title: `${row.receiver}收到了：${need}`, text: '他们在办，办完会答复。' };
        case 'answer': return { ...head, title: `${row.receiver}答复了：${need}`, text: row.outcome === null ? (row.content ?? '点进去看。') : `${OUTCOMES[row.outcome]}。不明白的，问当初登记的窗口，或打 12345 报回执号 ${row.number}。` };
      }
    });
  },
});
