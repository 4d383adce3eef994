import { z } from 'zod';
import { dayInput, divisionInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { addPost } from '../add-post.ts';
import { giveOneTimePassword } from '../give-one-time-password.ts';
import { noteAccountEvent } from '../managed-account.ts';
import { assignableRoles } from '../roles.ts';

const postInput = z.strictObject({ role: z.enum(assignableRoles), division: divisionInput, from: dayInput, to: dayInput.nullable().default(null) });

/** 开通账号: a colleague's account with its posts from a day. The one-time password is in the answer once and kept nowhere. */
export default defineCommand({
  id: 'access.open-account', title: '开通工作人员账号', allow: { roles: ['administrator'] },
  input: z.strictObject({
    login: z.string().trim().regex(/^[a-z][a-z0-9._-]{2,29}$/, { message: '账号名用小写字母开头，3 到 30 个字母、数字、点或横线。' }), name: z.string().trim().min(1).max(50),
    posts: z.array(postInput).min(1).max(10), reason: z.string().trim().min(1).max(200),
  }),
  async run(tx, input, by) {
    const made = await tx.find<{ id: number }>(`insert into account (login, name, kind) values ($1, $2, 'staff') on conflict do nothing returning id`, [input.login, input.name]);
    if (!made) throw new Refusal('access.login-taken');
    const posts: { id: number; divisionId: number }[] = [];
    for (const post of input.posts) posts.push(await addPost(tx, by, made.id, post));
    await noteAccountEvent(tx, by, made.id, 'opened', input.reason, posts[0]);
    for (const post of posts.slice(1)) await noteAccountEvent(tx, by, made.id, 'post-added', input.reason, post);
    await giveOneTimePassword(tx, by, { id: made.id, login: input.login, kind: 'staff' });
    return { account: made.id };
  },
});
