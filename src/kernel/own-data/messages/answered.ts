import { defineMessages, type Message } from '../../inbox/message-source.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { FIELDS, type CorrectableField } from '../fields.ts';

/** What the office answered to a request to have one's own record put right (个人信息保护法 第四十六条、第五十条: a refusal gives its reason). */
export default defineMessages({
  id: 'own-data',
  async list(tx, { person }) {
    const rows = await tx.rows<{ field: CorrectableField; accepted: boolean; reason: string; on: PlainDate; command: number }>(
      `select r.field, a.accepted, a.reason, a.answered_on as on, a.command_id as command from correction_answer a join correction_request r on r.id = a.request_id where a.person_id = $1 order by a.id desc limit 30`, [person]);
    return rows.map((row): Message => ({ on: row.on, command: row.command, href: '/my/data', title: `${row.field === 'other' ? '您要求更正的' : FIELDS[row.field]}${row.accepted ? '已更正' : '没有更正'}`, text: row.reason }));
  },
});
