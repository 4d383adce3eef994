import { z } from 'zod';
import { dayInput, divisionInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { addPost } from '../add-post.ts';
import { endPost } from '../end-post.ts';
import { getVisibleAccount, listHeldPosts, noteAccountEvent, refuseLastAdministrator } from '../managed-account.ts';
import { assignableRoles } from '../roles.ts';

/** 调岗: from a day a colleague holds a post at another office (or another role) in place of this one; the old one ends that day. */
export default defineCommand({
  id: 'access.move-post', title: '调到别的单位或岗位', allow: { roles: ['administrator'] },
  input: z.strictObject({ post: z.int().positive(), role: z.enum(assignableRoles), division: divisionInput, from: dayInput, reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    const found = await tx.find<{ account: number; role: string }>('select account_id as account, role from post where id = $1 and division_id = any ($2::int[])', [input.post, by.caller.divisions]);
    if (!found) throw new Refusal('not-found');
    const account = await getVisibleAccount(tx, by, found.account);
    if (account.disabled) throw new Refusal('account.disabled');
    const old = (await listHeldPosts(tx, account.id, by.today)).find((post) => post.id === input.post);
    if (!old || (old.to !== null && old.to <= input.from)) throw new Refusal('account.post-over');
    if (old.role === 'administrator' && input.role !== 'administrator') await refuseLastAdministrator(tx, by, account.id);
    const post = await addPost(tx, by, account.id, { ...input, to: old.to }, [old.id]);
    await endPost(tx, old.id, input.from);
    await noteAccountEvent(tx, by, account.id, 'post-moved', input.reason, { id: old.id, divisionId: old.divisionId });
    await noteAccountEvent(tx, by, account.id, 'post-added', input.reason, post);
    return { post: post.id };
  },
});
