import { defineMessages, type Message } from '../../inbox/message-source.ts';
import { formatDateLong, type PlainDate } from '../../values/plain-date.ts';

interface Row extends Record<string, unknown> { readonly ground: string; readonly until: PlainDate; readonly on: PlainDate; readonly command: number; readonly lifted: boolean | null; readonly reply: string | null; readonly answeredOn: PlainDate | null; readonly answerCommand: number | null }

/** A record made about the resident, which they may object to; and what the office said to the objection. */
export default defineMessages({
  id: 'dishonesty',
  async list(tx, { person }) {
    const rows = await tx.rows<Row>(
      `select r.ground, r.until, r.decided_on as on, r.command_id as command, a.lifted, a.reply, a.on_day as "answeredOn", a.command_id as "answerCommand"
         from dishonesty_record r left join dishonesty_answer a on a.record_id = r.id where r.person_id = $1 order by r.id desc limit 30`, [person]);
    return rows.flatMap((row): Message[] => [
      { on: row.on, command: row.command, href: '/my/data', title: '给您记了一条失信记录', text: `${row.ground}。记到 ${formatDateLong(row.until)}以前；还能申请，只是查得细一些。觉得不对，可以提异议。` },
      ...(row.answerCommand === null || row.answeredOn === null ? [] : [{ on: row.answeredOn, command: row.answerCommand, href: '/my/data', title: row.lifted === true ? '失信记录已撤销' : '失信记录的异议有答复了', text: row.reply ?? '' }]),
    ]);
  },
});
