import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { giveOneTimePassword } from '../give-one-time-password.ts';
import { getManagedAccount, noteAccountEvent } from '../managed-account.ts';

/** 重新启用: back from leave or asleep too long. A new one-time password; posts that were ended stay ended and are given anew. */
export default defineCommand({
  id: 'access.enable-account', title: '重新启用账号', allow: { roles: ['administrator'] }, input: z.strictObject({ account: z.int().positive(), reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    const account = await getManagedAccount(tx, by, input.account);
    if (!account.disabled) throw new Refusal('account.not-disabled');
    await tx.run('select set_account_disabled($1, false)', [account.id]);
    await giveOneTimePassword(tx, by, { id: account.id, login: account.login, kind: 'staff' });
    await noteAccountEvent(tx, by, account.id, 'enabled', input.reason);
    return { account: account.id };
  },
});
