import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { getVisibleAccount, noteAccountEvent } from '../managed-account.ts';
import { digestLogin } from '../sign-in-record.ts';

/** 解锁: a colleague mistyped too often and need not wait out the lock. The count of failures begins anew. */
export default defineCommand({
  id: 'access.unlock-account', title: '解除登录锁定', allow: { roles: ['administrator'] }, input: z.strictObject({ account: z.int().positive(), reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    const account = await getVisibleAccount(tx, by, input.account);
    const { lifted } = await tx.one<{ lifted: number }>('select lift_locks($1)::int as lifted', [digestLogin(by.city, account.login)]);
    if (lifted === 0) throw new Refusal('account.not-locked');
    await noteAccountEvent(tx, by, account.id, 'unlocked', input.reason);
    return { account: account.id };
  },
});
