import type { City } from '../db/city.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { SignInRules } from './sign-in-rules.ts';

/** What the record of sign-ins tells. `began` = the password was right and a step is still to come; `shut-out` = tried while locked. */
export type SignInEvent = 'signed-in' | 'began' | 'wrong-password' | 'wrong-second-factor' | 'locked' | 'shut-out' | 'expired' | 'signed-out';
export const signInEventTitles: Readonly<Record<SignInEvent, string>> = {
  'signed-in': '登录', 'began': '密码对，还差一步', 'wrong-password': '密码不对', 'wrong-second-factor': '第二个凭证不对', 'locked': '错太多，锁定', 'shut-out': '锁定期间又试', 'expired': '一次性密码已过期', 'signed-out': '退出',
};

/** Where somebody signs in from: the address as the server saw it (only its keyed digest is kept) and the device in words. */
export interface Whence { readonly address: string; readonly device: string }

export const digestAddress = (city: City, address: string): Buffer => city.keys.fingerprint(`address ${address}`);
/** A name as it was typed is not kept: a password may have been typed there. */
export const digestLogin = (city: City, login: string): Buffer => city.keys.fingerprint(`login ${login}`);

interface Noted { readonly account: number | null; readonly login?: Buffer | undefined; readonly today: PlainDate; readonly device: string; readonly address: Buffer | null; readonly session?: number | null }

export async function noteSignIn(tx: Tx, event: SignInEvent, { account, login, today, device, address, session }: Noted): Promise<void> {
  await tx.run('select note_sign_in($1, $2, $3, $4, $5, $6, $7)', [event, account, login ?? null, today, device, address, session ?? null]);
  if (event === 'signed-in' && account !== null) await tx.run('select note_signed_in($1)', [account]);
}

/** Notes a failure and counts it; true when it closed the door for a while, for the name or for the address. */
export async function noteFailure(tx: Tx, event: 'wrong-password' | 'wrong-second-factor', noted: Noted & { readonly login: Buffer }, rules: SignInRules): Promise<boolean> {
  const { shut } = await tx.one<{ shut: boolean }>(
    `select note_sign_in_failure($1, $2, $3, $4, $5, $6, make_interval(mins => $7), $8, $9, make_interval(mins => $10)) as shut`,
    [event, noted.account, noted.login, noted.today, noted.device, noted.address, rules.failureMinutes, rules.accountFailures, rules.addressFailures, rules.lockMinutes]);
  return shut;
}

/** Minutes until a name or an address may try again; 0 when the door is open. Rounded up. */
export async function minutesLocked(tx: Tx, login: Buffer, address: Buffer): Promise<number> {
  const { minutes } = await tx.one<{ minutes: number }>(`select coalesce(ceil(extract(epoch from locked_until($1, $2) - now()) / 60), 0)::int as minutes`, [login, address]);
  return minutes;
}
