import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { getManagedAccount, noteAccountEvent } from '../managed-account.ts';

/** 留用: nobody signed in for long, and the account is still needed (parental leave, secondment). It counts as used today, with the reason. */
export default defineCommand({
  id: 'access.keep-account', title: '账号留用', allow: { roles: ['administrator'] }, input: z.strictObject({ account: z.int().positive(), reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    const account = await getManagedAccount(tx, by, input.account);
    if (account.disabled) throw new Refusal('account.disabled');
    await noteAccountEvent(tx, by, account.id, 'kept', input.reason);
    return { account: account.id };
  },
});
