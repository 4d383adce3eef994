import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { refuseIncompatible } from '../add-post.ts';

/**
 * 岗位代理: the holder of a post, or an administrator, lets a colleague hold it for a period. The colleague acts in their own name; every step says
 * for whom. `to` is exclusive. Refuses a deputy of a deputy, a post that is not held then, and oneself.
 */
export default defineCommand({
  id: 'access.deputise-post', title: '安排岗位代理', allow: { staff: true },
  input: z.strictObject({ post: z.int(), account: z.int(), from: dayInput, to: dayInput, reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    if (input.to <= input.from || input.from < by.today) throw new Refusal('deputy.wrong-period');
    const post = await tx.find<{ role: string; division_id: number; account_id: number; valid_from: string; valid_to: string | null; deputy: boolean }>(
      'select role, division_id, account_id, valid_from, valid_to, exists (select 1 from post_deputy d where d.deputy_post_id = p.id) as deputy from post p where id = $1', [input.post]);
    if (!post || !by.caller.divisions.includes(post.division_id)) throw new Refusal('not-found');
    if (post.account_id !== by.caller.account?.id && by.caller.post?.role !== 'administrator') throw new Refusal('deputy.not-yours');
    if (post.deputy) throw new Refusal('deputy.of-deputy');
    if (post.valid_from > input.from || (post.valid_to !== null && post.valid_to < input.to)) throw new Refusal('deputy.post-not-held');
    const colleague = await tx.find<{ kind: string; disabled: boolean }>('select kind, disabled from account where id = $1', [input.account]);
    if (colleague?.kind !== 'staff' || colleague.disabled || input.account === post.account_id) throw new Refusal('deputy.wrong-colleague');
    const has = await tx.find(
      `select 1 from post where account_id = $1 and role = $2 and division_id = $3 and daterange(valid_from, valid_to) && daterange($4, $5)`, [input.account, post.role, post.division_id, input.from, input.to]);
    if (has) throw new Refusal('deputy.holds-it');
    await refuseIncompatible(tx, input.account, { role: post.role, division: post.division_id, from: input.from, to: input.to });
    const { id: deputyPost } = await tx.one<{ id: number }>(
      'insert into post (account_id, role, division_id, valid_from, valid_to) values ($1, $2, $3, $4, $5) returning id', [input.account, post.role, post.division_id, input.from, input.to]);
    const { id } = await tx.one<{ id: number }>(
      'insert into post_deputy (of_post_id, deputy_post_id, division_id, from_day, to_day, reason) values ($1, $2, $3, $4, $5, $6) returning id',
      [input.post, deputyPost, post.division_id, input.from, input.to, input.reason]);
    return { deputy: id };
  },
});
