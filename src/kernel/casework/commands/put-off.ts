import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** 稍后: the case goes to the end of one's own worklist until it moves, the next day begins, or it is taken back (`reason` null). No limit stands still for it. */
export default defineCommand({
  id: 'casework.put-off', title: '稍后再办', allow: { staff: true }, input: z.strictObject({ caseId: z.int().positive(), reason: z.string().trim().min(1).max(100).nullable() }),
  async run(tx, input, by) {
    const { post } = by.caller;
    if (!post) throw new Refusal('access.no-post');
    const row = await tx.find<{ version: number }>('select version from case_file where id = $1', [input.caseId]);
    if (!row) throw new Refusal('case.not-found');
    if (input.reason === null) await tx.run('delete from task_later where post_id = $1 and case_id = $2', [post.id, input.caseId]);
    else {
      await tx.run(`insert into task_later (post_id, case_id, seen, reason, put_on) values ($1, $2, $3, $4, $5)
        on conflict (post_id, case_id) do update set seen = excluded.seen, reason = excluded.reason, put_on = excluded.put_on`, [post.id, input.caseId, row.version, input.reason, by.today]);
    }
    return { caseId: input.caseId, reason: input.reason };
  },
});
