import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { giveOneTimePassword } from '../give-one-time-password.ts';
import { getManagedAccount, noteAccountEvent } from '../managed-account.ts';

/** 重设密码: a colleague forgot it, or it got about. Signed out everywhere; a one-time password, told once. */
export default defineCommand({
  id: 'access.reset-password', title: '重设同事的密码', allow: { roles: ['administrator'] }, input: z.strictObject({ account: z.int().positive(), reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    const account = await getManagedAccount(tx, by, input.account);
    if (account.disabled) throw new Refusal('account.disabled');
    await giveOneTimePassword(tx, by, { id: account.id, login: account.login, kind: 'staff' });
    await noteAccountEvent(tx, by, account.id, 'password-reset', input.reason);
    return { account: account.id };
  },
});
