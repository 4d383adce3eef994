import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { giveOneTimePassword } from '../give-one-time-password.ts';
import { noteAccountEvent } from '../managed-account.ts';

/** 开通网上账号: for a person on the register who shows an identity card at the window. The one-time password goes home on a slip; an own one is set at the first sign-in. */
export default defineCommand({
  id: 'access.open-portal-account', title: '给居民开通网上账号', allow: { roles: ['administrator', 'town-clerk', 'village-clerk'] },
  input: z.strictObject({ person: z.int().positive(), login: z.string().trim().min(4).max(50) }),
  async run(tx, input, by) {
    const person = await tx.find<{ name: string; death: string | null }>('select name, death_date as death from person where id = $1 for update', [input.person]);
    if (!person || person.death !== null) throw new Refusal('not-found');
    if (await tx.find('select 1 from portal_account_of($1)', [input.person])) throw new Refusal('account.has-portal');
    const { id } = await tx.find<{ id: number }>(`insert into account (login, name, kind, person_id) values ($1, $2, 'resident', $3) on conflict do nothing returning id`, [input.login, person.name, input.person]) ?? { id: 0 };
    if (id === 0) throw new Refusal('access.login-taken');
    await noteAccountEvent(tx, by, id, 'opened', '本人持身份证到窗口开通');
    await giveOneTimePassword(tx, by, { id, login: input.login, kind: 'resident' });
    return { account: id, login: input.login };
  },
});
