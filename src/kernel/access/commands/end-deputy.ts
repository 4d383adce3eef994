import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** 提前结束代理: from today the deputy no longer holds the post. By the one who is deputised, the deputy, or an administrator. */
export default defineCommand({
  id: 'access.end-deputy', title: '提前结束岗位代理', allow: { staff: true },
  input: z.strictObject({ deputy: z.int(), reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    const found = await tx.find<{ division_id: number; holder: number; deputy: number }>(
      `select d.division_id, o.account_id as holder, p.account_id as deputy from post_deputy d join post o on o.id = d.of_post_id join post p on p.id = d.deputy_post_id where d.id = $1`, [input.deputy]);
    if (!found) throw new Refusal('not-found');
    const me = by.caller.account?.id;
    if (found.holder !== me && found.deputy !== me && by.caller.post?.role !== 'administrator') throw new Refusal('deputy.not-yours');
    const ended = await tx.find('select 1 from end_deputy_post($1, $2) as done where done', [input.deputy, by.today]);
    if (!ended) throw new Refusal('deputy.over');
    await tx.run('insert into post_deputy_end (deputy_id, division_id, ended_on, reason) values ($1, $2, $3, $4)', [input.deputy, found.division_id, by.today, input.reason]);
    return { ended: by.today };
  },
});
