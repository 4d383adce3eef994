import { defineMessages, type Message } from '../../inbox/message-source.ts';
import type { PlainDate } from '../../values/plain-date.ts';

/** Answers to complaints a resident made under their own name while signed in. One made without a name is never brought together with an account: it is followed by its number and code. */
export default defineMessages({
  id: 'complaints',
  async list(tx) {
    const rows = await tx.rows<{ number: string; on: PlainDate; command: number; said: string }>('select number, on_day as on, command, said from answers_to_my_complaints() order by command desc');
    return rows.map((row): Message => ({ on: row.on, command: row.command, href: '/complain', title: `您反映的事有答复了（${row.number}）`, text: row.said }));
  },
});
