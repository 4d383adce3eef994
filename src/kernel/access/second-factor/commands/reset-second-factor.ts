import { z } from 'zod';
import { defineCommand } from '../../../contract/door.ts';
import { Refusal } from '../../../contract/refusal.ts';
import { noteAccountEvent } from '../../managed-account.ts';

/**
 * 重置: a phone was lost. The administrator ends the factor of somebody with a post in the own area, says why, and everyone signed in on that account is
 * signed out; the holder binds a new phone at the next sign-in. Never one's own.
 */
export default defineCommand({
  id: 'access.reset-second-factor', title: '重置动态验证码', allow: { roles: ['administrator'] }, stepUp: true,
  input: z.strictObject({ account: z.int().positive(), reason: z.string().trim().min(2).max(200) }),
  async run(tx, input, by) {
    const post = await tx.find<{ id: number; divisionId: number }>('select id, division_id as "divisionId" from post where account_id = $1 and division_id = any ((select caller_divisions())::int[]) order by valid_to desc nulls first, id limit 1', [input.account]);
    if (!post) throw new Refusal('not-found');
    if (input.account === by.caller.account?.id) throw new Refusal('second-factor.own');
    const { ended } = await tx.one<{ ended: boolean }>('select end_second_factor($1, $2, true) as ended', [input.account, input.reason]);
    if (!ended) throw new Refusal('second-factor.none');
    await noteAccountEvent(tx, by, input.account, 'factor-reset', input.reason, post);
    return {};
  },
});
