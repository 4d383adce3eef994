import { z } from 'zod';
import { dayInput, divisionInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { addPost } from '../add-post.ts';
import { getVisibleAccount, noteAccountEvent } from '../managed-account.ts';
import { assignableRoles } from '../roles.ts';

/** 加岗位: one more post of a colleague, from a day, to a day or for good. `to` is exclusive. */
export default defineCommand({
  id: 'access.add-post', title: '给账号加岗位', allow: { roles: ['administrator'] },
  input: z.strictObject({ account: z.int().positive(), role: z.enum(assignableRoles), division: divisionInput, from: dayInput, to: dayInput.nullable().default(null), reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    const account = await getVisibleAccount(tx, by, input.account);
    if (account.disabled) throw new Refusal('account.disabled');
    const post = await addPost(tx, by, account.id, input);
    await noteAccountEvent(tx, by, account.id, 'post-added', input.reason, post);
    return { post: post.id };
  },
});
