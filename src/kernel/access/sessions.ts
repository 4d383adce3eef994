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
import { nextStep, readStanding, type NextStep, type SignInStep } from './sign-in-steps.ts';

interface SessionRow { account_id: number; name: string; kind: 'staff' | 'resident' | 'system'; person_id: number | null; post_id: number | null; posts: Post[]; session_id: number; next: NextStep; passed: SignInStep[] }

/** Where somebody signs in from: the address as the server saw it (only its keyed digest is kept) and the device in words. */
export interface Whence { readonly address: string; readonly device: string }

/** A session as its holder carries it: the secret (of which only the digest is kept) and what is still to be done before it opens anything. */
export interface SignedIn { readonly ok: true; readonly token: string; readonly next: NextStep }
export type SignInOutcome = SignedIn | { readonly ok: false; readonly code: string };

export const digest = (token: string): Buffer => createHash('sha256').update(token).digest();
const newToken = (): string => randomBytes(32).toString('base64url');
export const digestAddress = (city: City, address: string): Buffer => city.keys.findHash(`address ${address}`);

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

/** Signs in by account and password. */
export async function signIn(city: City, login: string, password: string, whence: Whence): Promise<SignInOutcome> {
  const found = await asNobody(city, (tx) => tx.find<{ id: number; kind: string; password: string | null; failures: number }>('select * from account_for_login($1)', [login]));
  if ((found?.failures ?? 0) >= 10) return { ok: false, code: 'access.too-many-tries' };
  if (!(await checkPassword(password, found?.password ?? null)) || !found) {
    await asNobody(city, (tx) => tx.run('select note_sign_in_failure($1)', [login]));
    return { ok: false, code: 'access.wrong-password' };
  }
  // only a right password is told that passwords are over here
  if (!mayUsePassword(readSignOnSettings(city), { login, kind: found.kind })) return { ok: false, code: 'access.local-sign-in-off' };
  return openSession(city, found.id, [], whence);
}

/** Opens a session for an account that proved who it is; `passed` are the steps that way of proving stands for. */
export async function openSession(city: City, account: number, passed: readonly SignInStep[], whence: Whence): Promise<SignedIn> {
  const token = newToken();
  const next = await asNobody(city, async (tx) => {
    const { today, rules } = await readRules(tx);
    const step = nextStep(await readStanding(tx, city, account, { today, rules }), passed);
    await tx.run('select open_session($1, $2, make_interval(hours => $3), $4, $5, $6, $7)',
      [digest(token), account, rules.sessionHours, step, passed, whence.device, digestAddress(city, whence.address)]);
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
    const next = nextStep(await readStanding(tx, city, session.account_id, await readRules(tx)), passed);
    await tx.run('select advance_session($1, $2, $3)', [digest(token), passed, next]);
    await tx.run('select rotate_session($1, $2)', [digest(token), digest(fresh)]);
    return { ok: true as const, token: fresh, next };
  });
}

export const signOut = (city: City, token: string): Promise<unknown> => asNobody(city, (tx) => tx.run('select close_session($1)', [digest(token)]));

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
