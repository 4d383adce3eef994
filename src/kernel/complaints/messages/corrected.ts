import { defineMessages, type Message } from '../../inbox/message-source.ts';
import type { PlainDate } from '../../values/plain-date.ts';

/** A check by the office changed what the resident's own household draws. The reasons come in writing; who had spoken is told nobody. */
export default defineMessages({
  id: 'corrections',
  async list(tx) {
    const rows = await tx.rows<{ on: PlainDate; command: number; did: string }>('select on_day as on, command, did from corrections_of_mine()');
    return rows.map((row): Message => ({ on: row.on, command: row.command, href: '/my', title: '您家的待遇核查后有变化', text: `${row.did}。理由会书面告诉您；觉得不对，可以到镇街说明。` }));
  },
});
