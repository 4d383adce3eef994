import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { hashPassword } from './password.ts';
import { digestLogin } from './sign-in-record.ts';

/** A password for one sign-in: told in the answer once, to be changed at the first sign-in. Whoever was signed in or locked out begins anew. */
export async function giveOneTimePassword(tx: Tx, by: CommandContext, account: { readonly id: number; readonly login: string; readonly kind: 'staff' | 'resident' }): Promise<void> {
  const password = makeOneTimePassword(account.kind);
  await tx.run('select set_password($1, $2, true)', [account.id, await hashPassword(password)]);
  await tx.run('select end_sessions($1, null, null)', [account.id]);
  await tx.run('select lift_locks($1)', [digestLogin(by.city, account.login)]);
  by.tellOnce({ oneTimePassword: password });
}
