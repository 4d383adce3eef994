import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** The portal account of a person of the area: its name, since when, when last used. Null where there is none. */
export default defineQuery({
  id: 'access.get-portal-account', title: '居民的网上账号', allow: { roles: ['administrator', 'town-clerk', 'village-clerk'] }, input: z.strictObject({ person: z.int().positive() }), sensitive: true,
  async run(tx, input, by) {
    if (!(await tx.find('select 1 from person where id = $1', [input.person]))) throw new Refusal('not-found');
    by.saw('person', [input.person], '看网上账号');
    const account = await tx.find<{ id: number; login: string; disabled: boolean; openedAt: string; lastSignIn: string | null; mustChange: boolean }>(
      `select p.id, p.login, a.disabled, a.opened_at as "openedAt", a.last_sign_in as "lastSignIn", a.must_change_password as "mustChange" from portal_account_of($1) p join account a on a.id = p.id`, [input.person]);
    return { account: account ?? null };
  },
});
