import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';

/** 答复督办: the office says why it is late and when it will be done. Once. */
export default defineCommand({
  id: 'supervision.answer-note', title: '答复督办', allow: { staff: true }, input: z.strictObject({ note: z.int().positive(), content: z.string().trim().min(2, { error: '请写清楚办到哪里、什么时候办完。' }).max(1000) }),
  async run(tx, input, by) {
    const note = await tx.find<{ division_id: number; state: string; account_id: number | null }>('select division_id, state, account_id from supervision_note where id = $1 for update', [input.note]);
    if (!note) throw new Refusal('supervision.not-found');
    if (note.state !== 'open') throw new Refusal('supervision.answered');
    if (note.account_id === by.caller.account?.id) throw new Refusal('supervision.own');
    await tx.run('insert into supervision_answer (note_id, division_id, content, answered_on, answered_by, office_name) values ($1, $2, $3, $4, $5, $6)',
      [input.note, note.division_id, input.content, by.today, by.caller.account?.name, by.caller.post?.divisionName]);
    await tx.run(`update supervision_note set state = 'answered' where id = $1`, [input.note]);
    return { note: input.note };
  },
});
