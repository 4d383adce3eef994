import { createHash, randomBytes } from 'node:crypto';
import { readToday } from '../clock/read-today.ts';
import { stand, type City } from '../db/city.ts';
import { makeTx, type Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Caller, Post } from './caller.ts';
import { hasArea } from './roles.ts';
import { nobody } from './caller.ts';
import { listArea } from './list-area.ts';
import { checkPassword } from './password.ts';
import { rulesOn, type SignInRules } from './sign-in-rules.ts';
import { mayUsePassword, readSignOnSettings } from './sign-on-settings.ts';
import { digestAddress, digestLogin, minutesLocked, noteFailure, noteSignIn, type Whence } from './sign-in-record.ts';
import { nextStep, readStanding, type NextStep, type SignInStep } from './sign-in-steps.ts';

interface LoginRow { id: number; kind: 'staff' | 'resident' | 'system'; password: string | null; expired: boolean }
interface SessionRow { account_id: number; name: string; kind: 'staff' | 'resident' | 'system'; person_id: number | null; post_id: number | null; posts: Post[]; session_id: number; next: NextStep; passed: SignInStep[]; device: string; whence: Buffer | null }

/** A session as its holder carries it: the secret (of which only the digest is kept) and what is still to be done before it opens anything. */
export interface SignedIn { readonly ok: true; readonly token: string; readonly next: NextStep }
export type SignInOutcome = SignedIn | { readonly ok: false; readonly code: string; readonly details?: Readonly<Record<string, unknown>> };

export const digest = (token: string): Buffer => createHash('sha256').update(token).digest();
const newToken = (): string => randomBytes(32).toString('base64url');

/** A transaction before it is known who acts: only the reviewed functions of this room answer. */
export async function asNobody<T>(city: City, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await city.pool.connect();
  try {
    await client.query('begin');
    await stand(client, city, { role: 'staff', divisions: [], person: null, auditor: false, actor: 'door' });
    const result = await work(makeTx(client, city.code));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** The business day posts hold on, and the rules of signing in, which follow the calendar. */
export async function readRules(tx: Tx): Promise<{ today: PlainDate; rules: SignInRules }> {
  const { today, calendar } = await tx.one<{ today: PlainDate; calendar: string }>(
    `select coalesce(demo_day, (now() at time zone 'Asia/Shanghai')::date) as today, (now() at time zone 'Asia/Shanghai')::date as calendar from city`);
  return { today, rules: rulesOn(calendar) };
}

/**
 * Signs in by account and password. The answer and the time it takes tell nothing about whether there is such an account; each try is a row of the record.
 * Refuses while the name or the address is shut out, and a one-time password that lay too long.
 */
export async function signIn(city: City, login: string, password: string, whence: Whence): Promise<SignInOutcome> {
  const [name, address] = [digestLogin(city, login), digestAddress(city, whence.address)];
  const { found, minutes, today, rules } = await asNobody(city, async (tx) => ({
    found: await tx.find<LoginRow>(`select id, kind, password, coalesce(expired_after > make_interval(days => $2), false) as expired from account_for_login($1)`, [login, (await readRules(tx)).rules.oneTimeDays]),
    minutes: await minutesLocked(tx, name, address), ...await readRules(tx),
  }));
  const noted = { account: found?.id ?? null, login: name, today, device: whence.device, address };
  if (minutes > 0) {
    await asNobody(city, (tx) => noteSignIn(tx, 'shut-out', noted));
    return { ok: false, code: 'access.too-many-tries', details: { minutes } };
  }
  if (!(await checkPassword(password, found?.password ?? null)) || !found) {
    const shut = await asNobody(city, (tx) => noteFailure(tx, 'wrong-password', noted, rules));
    return shut ? { ok: false, code: 'access.too-many-tries', details: { minutes: rules.lockMinutes } } : { ok: false, code: 'access.wrong-password' };
  }
  // a burst sent at once: those behind the one too many are shut out also when they are right
  const since = await asNobody(city, (tx) => minutesLocked(tx, name, address));
  if (since > 0) return { ok: false, code: 'access.too-many-tries', details: { minutes: since } };
  // only a right password is told that passwords are over here
  if (!mayUsePassword(readSignOnSettings(city), { login, kind: found.kind })) return { ok: false, code: 'access.local-sign-in-off' };
  if (found.expired) {
    await asNobody(city, (tx) => noteSignIn(tx, 'expired', noted));
    return { ok: false, code: 'access.one-time-expired' };
  }
  return openSession(city, found.id, [], whence, name);
}

/** Opens a session for an account that proved who it is; `passed` are the steps that way of proving stands for. `login`: digest of the name, where one was typed. */
export async function openSession(city: City, account: number, passed: readonly SignInStep[], whence: Whence, login?: Buffer): Promise<SignedIn> {
  const token = newToken();
  const next = await asNobody(city, async (tx) => {
    const { today, rules } = await readRules(tx);
    const step = nextStep(await readStanding(tx, city, account, { today, rules }), passed);
    const address = digestAddress(city, whence.address);
    const { session } = await tx.one<{ session: number }>('select open_session($1, $2, make_interval(hours => $3), $4, $5, $6, $7) as session',
      [digest(token), account, rules.sessionHours, step, passed, whence.device, address]);
    await noteSignIn(tx, step === 'none' ? 'signed-in' : 'began', { account, login, today, device: whence.device, address, session });
    const first = (await findSession(tx, token))?.posts[0];
    if (first) await tx.run('select take_post($1, $2, $3)', [digest(token), first.id, today]);
    return step;
  });
  return { ok: true, token, next };
}

/**
 * A step of signing in was passed (the caller proved it): the session goes on to what comes next, under a new secret. The old one opens nothing any more.
 * Undefined when there is no such session.
 */
export async function finishStep(city: City, token: string, step: SignInStep): Promise<SignedIn | undefined> {
  const fresh = newToken();
  return asNobody(city, async (tx) => {
    const session = await findSession(tx, token);
    if (!session) return undefined;
    const passed = [...new Set([...session.passed, step])];
    const { today, rules } = await readRules(tx);
    const next = nextStep(await readStanding(tx, city, session.account_id, { today, rules }), passed);
    if (next === 'none' && session.next !== 'none') await noteSignIn(tx, 'signed-in', { account: session.account_id, today, device: session.device, address: session.whence, session: session.session_id });
    await tx.run('select advance_session($1, $2, $3)', [digest(token), passed, next]);
    await tx.run('select rotate_session($1, $2)', [digest(token), digest(fresh)]);
    return { ok: true as const, token: fresh, next };
  });
}

export const signOut = (city: City, token: string): Promise<void> => asNobody(city, async (tx) => {
  const closed = await tx.find<{ session_id: number; account_id: number; device: string; whence: Buffer | null }>('select * from close_session($1)', [digest(token)]);
  if (closed) await noteSignIn(tx, 'signed-out', { account: closed.account_id, today: await readToday(tx), device: closed.device, address: closed.whence, session: closed.session_id });
});

/** Takes another of one's own posts, under a new secret. Undefined when the post is not one's own, or not in force today. */
export async function takePost(city: City, token: string, post: number): Promise<{ token: string } | undefined> {
  const fresh = newToken();
  return asNobody(city, async (tx) => {
    const row = await tx.find<{ take_post: boolean | null }>('select take_post($1, $2, $3)', [digest(token), post, await readToday(tx)]);
    if (row?.take_post !== true) return undefined;
    await tx.run('select rotate_session($1, $2)', [digest(token), digest(fresh)]);
    return { token: fresh };
  });
}

async function findSession(tx: Tx, token: string): Promise<SessionRow | undefined> {
  const { today, rules } = await readRules(tx);
  return tx.find<SessionRow>('select * from session_for($1, $2, make_interval(mins => $3))', [digest(token), today, rules.idleMinutes]);
}

/** Who a token stands for today, with the list of divisions row protection will compare with. */
export async function callerOf(city: City, token: string | undefined): Promise<Caller> {
  if (!token) return nobody;
  return asNobody(city, async (tx) => {
    const row = await findSession(tx, token);
    // a session on its way in is nobody yet but a name: it has neither post nor person nor area
    if (row && row.next !== 'none') return { ...nobody, account: { id: row.account_id, name: row.name, kind: row.kind }, session: row.session_id, next: row.next };
    return row ? { ...(await toCaller(tx, row)), session: row.session_id } : nobody;
  });
}

/** The caller a run acts for: the post that ordered it, as it stands today. */
export async function callerOfPost(city: City, post: number): Promise<Caller> {
  return asNobody(city, async (tx) => {
    const row = await tx.find<SessionRow>('select * from post_for($1, $2)', [post, await readToday(tx)]);
    return row ? toCaller(tx, row) : nobody;
  });
}

async function toCaller(tx: Tx, row: SessionRow): Promise<Caller> {
  const post = row.posts.find((p) => p.id === row.post_id) ?? null;
  const divisions = post && hasArea(post.role) ? await listArea(tx, post.divisionId) : [];
  return { account: { id: row.account_id, name: row.name, kind: row.kind }, post, posts: row.posts, person: row.kind === 'resident' ? row.person_id : null, divisions };
}
