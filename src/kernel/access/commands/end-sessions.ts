import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { getManagedAccount, noteAccountEvent } from '../managed-account.ts';

/** 强制退出: ends every session of a colleague at once; the password stays. */
export default defineCommand({
  id: 'access.end-sessions', title: '让同事的登录全部失效', allow: { roles: ['administrator'] }, input: z.strictObject({ account: z.int().positive(), reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    const account = await getManagedAccount(tx, by, input.account);
    const { ended } = await tx.one<{ ended: number }>('select end_sessions($1, null, null)::int as ended', [account.id]);
    await noteAccountEvent(tx, by, account.id, 'sessions-ended', input.reason);
    return { ended };
  },
});
