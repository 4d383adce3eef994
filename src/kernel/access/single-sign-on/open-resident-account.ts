import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';

/** Opens the account of a person on the register who came verified by the province's provider for the first time. It has no password. No door of its own. */
export const openResidentAccount = defineCommand({
  id: 'access.open-resident-account', title: '实名登录开通居民账号', allow: { roles: ['system'] }, input: z.strictObject({ person: z.int().positive() }),
  run: (tx, input) => tx.one<{ account: number }>('select open_resident_account($1, $2) as account', [input.person, `resident-${input.person}`]),
});
