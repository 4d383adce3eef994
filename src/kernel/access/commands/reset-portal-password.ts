import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { giveOneTimePassword } from '../give-one-time-password.ts';
import { noteAccountEvent } from '../managed-account.ts';

/** 重设居民的密码: the resident stands at the window with an identity card. Signed out everywhere, a one-time password; who did it stands on the resident's own page. */
export default defineCommand({
  id: 'access.reset-portal-password', title: '重设居民的密码', allow: { roles: ['administrator', 'town-clerk', 'village-clerk'] },
  input: z.strictObject({ person: z.int().positive(), cardShown: z.literal(true, { message: '要看过本人的身份证。' }) }),
  async run(tx, input, by) {
    if (!(await tx.find('select 1 from person where id = $1', [input.person]))) throw new Refusal('not-found');
    const account = await tx.find<{ id: number; login: string }>('select id, login from portal_account_of($1)', [input.person]);
    if (!account) throw new Refusal('account.no-portal');
    await giveOneTimePassword(tx, by, { ...account, kind: 'resident' });
    await noteAccountEvent(tx, by, account.id, 'password-reset', '本人持身份证到窗口重设');
    return { account: account.id, login: account.login };
  },
});
