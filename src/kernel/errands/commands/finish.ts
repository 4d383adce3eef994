import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** 办结: what became of an errand, in words. A request of the person concerned is answered on its own page. */
export default defineCommand({
  id: 'errands.finish', title: '办结交办事项', allow: { staff: true }, input: z.strictObject({ errandId: z.int().positive(), result: z.string().trim().min(2).max(500) }),
  async run(tx, input, by) {
    const row = await tx.find<{ done_on: string | null; kind: string; roles: string[] }>('select done_on, kind, roles from errand where id = $1 for update', [input.errandId]);
    if (!row) throw new Refusal('errand.not-found');
    if (row.done_on !== null) throw new Refusal('errand.done');
    if (row.kind === 'correct-record') throw new Refusal('errand.own-place');
    if (!row.roles.includes(by.caller.post?.role ?? '')) throw new Refusal('errand.other-role');
    await tx.run('update errand set done_on = $2, done_by = $3, result = $4 where id = $1', [input.errandId, by.today, by.caller.account?.name ?? '', input.result]);
    return { errandId: input.errandId };
  },
});
