import { z } from 'zod';
import { defineCommand } from '../contract/door.ts';
import { Refusal, refused } from '../contract/refusal.ts';
import type { City } from '../db/city.ts';
import { command, type CommandOutcome } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { Caller } from './caller.ts';
import { judgePassword, type PasswordHolder } from './judge-password.ts';
import { checkPassword, hashPassword } from './password.ts';
import { asNobody, finishStep, readRules, type SignedIn } from './sessions.ts';
import type { SignInRules } from './sign-in-rules.ts';
import { digestAddress, digestLogin, minutesLocked, noteFailure, type Whence } from './sign-in-record.ts';

/** `old` is left out on the way in, where it was given a moment ago. */
export const passwordChange = z.strictObject({ old: z.string().min(1).max(200).optional(), fresh: z.string().min(1).max(200) });
type PasswordChange = z.infer<typeof passwordChange>;

/** Sets a new password of one's own that keeps the rules and is none of the last ones; everybody else signed in with the account is out. No door of its own: the session goes on under a new secret. */
const setOwnPassword = defineCommand<PasswordChange, { changed: true }>({
  id: 'access.change-password', title: '修改自己的密码', allow: { account: true, during: ['change-password'] }, input: passwordChange, secret: ['old', 'fresh'],
  async run(tx, input, by) {
    const account = by.caller.account?.id ?? 0;
    const { rules } = await readRules(tx);
    const faults = judgePassword(input.fresh, await readHolder(tx, by.city, account), rules);
    if (faults.length > 0) throw new Refusal('password.poor', { fields: faults.map((sentence) => ({ path: 'fresh', code: 'poor', sentence })) });
    for (const used of await usedPasswords(tx, account, rules)) if (await checkPassword(input.fresh, used)) throw new Refusal('password.used-before', { count: rules.remembered });
    await tx.run('select set_password($1, $2, false)', [account, await hashPassword(input.fresh)]);
    await tx.run('select end_sessions($1, null, $2)', [account, by.caller.session ?? null]);
    await tx.run('select note_own_event($1, $2, $3, $4, $5)', [account, 'password-changed', '本人修改', by.caller.account?.name, by.today]);
    return { changed: true };
  },
});

const usedPasswords = async (tx: Tx, account: number, rules: SignInRules): Promise<string[]> =>
  (await tx.rows<{ passwords_of: string }>('select passwords_of($1, $2)', [account, rules.remembered])).map((row) => row.passwords_of);

async function readHolder(tx: Tx, city: City, account: number): Promise<PasswordHolder> {
  const { phone, ...about } = await tx.one<Omit<PasswordHolder, 'phone' | 'birthDate'> & { birthDate: string | null; phone: Buffer | null }>('select kind, login, name, pinyin, birth_date as "birthDate", phone from words_about($1)', [account]);
  return { ...about, phone: phone === null ? null : city.keys.open(phone) };
}

type Changed = { readonly outcome: CommandOutcome<{ changed: true }>; readonly session?: SignedIn | undefined };

/**
 * One's own password, and the session under a new secret. Outside the step of signing in, the old password has to be right; a wrong one counts like any
 * failed sign-in, so that a session left open is no way to try passwords out.
 */
export async function changeOwnPassword(city: City, caller: Caller, token: string, body: PasswordChange, options: { readonly key: string; readonly whence: Whence }): Promise<Changed> {
  if (caller.account && caller.next !== 'change-password') {
    const no = await refuseWrongOld(city, caller.account.id, body.old ?? '', options.whence);
    if (no) return { outcome: { ok: false, refused: no } };
  }
  const outcome = await command(city, caller, setOwnPassword, body, options);
  return outcome.ok ? { outcome, session: await finishStep(city, token, 'change-password') } : { outcome };
}

async function refuseWrongOld(city: City, account: number, old: string, whence: Whence): Promise<ReturnType<typeof refused> | undefined> {
  const address = digestAddress(city, whence.address);
  const { login, stored, minutes, today, rules } = await asNobody(city, async (tx) => {
    const about = await tx.one<{ login: string }>('select login from words_about($1)', [account]);
    const [stored = null] = (await tx.rows<{ passwords_of: string }>('select passwords_of($1, 1)', [account])).map((row) => row.passwords_of);
    return { login: digestLogin(city, about.login), stored, minutes: await minutesLocked(tx, digestLogin(city, about.login), address), ...await readRules(tx) };
  });
  if (minutes > 0) return refused('access.too-many-tries', { minutes });
  if (await checkPassword(old, stored)) return undefined;
  await asNobody(city, (tx) => noteFailure(tx, 'wrong-password', { account, login, today, device: whence.device, address }, rules));
  return refused('password.wrong-old', { fields: [{ path: 'old', code: 'wrong', sentence: '现在的密码不对，请再写一次。' }] });
}
