import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { endPost } from '../end-post.ts';
import { getVisibleAccount, noteAccountEvent, refuseLastAdministrator } from '../managed-account.ts';

/** 结束岗位: from a day a colleague no longer holds a post. The post and all that was done under it stay. */
export default defineCommand({
  id: 'access.end-post', title: '结束岗位', allow: { roles: ['administrator'] }, input: z.strictObject({ post: z.int().positive(), on: dayInput, reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    const found = await tx.find<{ account: number; role: string; divisionId: number }>('select account_id as account, role, division_id as "divisionId" from post where id = $1 and division_id = any ($2::int[])', [input.post, by.caller.divisions]);
    if (!found) throw new Refusal('not-found');
    const account = await getVisibleAccount(tx, by, found.account);
    if (account.id === by.caller.account?.id) throw new Refusal('account.yourself');
    if (input.on < by.today) throw new Refusal('account.wrong-period');
    if (found.role === 'administrator') await refuseLastAdministrator(tx, by, account.id);
    if (!(await endPost(tx, input.post, input.on))) throw new Refusal('account.post-over');
    await noteAccountEvent(tx, by, account.id, 'post-ended', input.reason, { id: input.post, divisionId: found.divisionId });
    return { ended: input.on };
  },
});
