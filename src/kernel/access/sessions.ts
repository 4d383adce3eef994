import { createHash, randomBytes } from 'node:crypto';
import { readToday } from '../clock/read-today.ts';
import { stand, type City } from '../db/city.ts';
import { makeTx, type Tx } from '../db/tx.ts';
import type { Caller, Post } from './caller.ts';
import { hasArea } from './roles.ts';
import { nobody } from './caller.ts';
import { checkPassword } from './password.ts';

interface SessionRow { account_id: number; name: string; kind: 'staff' | 'resident' | 'system'; person_id: number | null; post_id: number | null; posts: Post[] }

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

async function asNobody<T>(city: City, work: (tx: Tx) => Promise<T>): Promise<T> {
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

/** Signs in by account and password; a secret token, of which only the digest is kept. */
export async function signIn(city: City, login: string, password: string): Promise<{ ok: true; token: string } | { ok: false; code: string }> {
  const found = await asNobody(city, (tx) => tx.find<{ id: number; kind: string; password: string | null; failures: number }>('select * from account_for_login($1)', [login]));
  if ((found?.failures ?? 0) >= 10) return { ok: false, code: 'access.too-many-tries' };
  if (!(await checkPassword(password, found?.password ?? null)) || !found) {
    await asNobody(city, (tx) => tx.run('select note_sign_in_failure($1)', [login]));
    return { ok: false, code: 'access.wrong-password' };
  }
  const token = randomBytes(32).toString('base64url');
  await asNobody(city, async (tx) => {
    const today = await readToday(tx);
    await tx.run(`select open_session($1, $2, null, interval '12 hours')`, [digest(token), found.id]);
    const session = await tx.find<SessionRow>('select * from session_for($1, $2)', [digest(token), today]);
    const first = session?.posts[0];
    if (first) await tx.run('select take_post($1, $2, $3)', [digest(token), first.id, today]);
  });
  return { ok: true, token };
}

export const signOut = (city: City, token: string): Promise<unknown> => asNobody(city, (tx) => tx.run('select close_session($1)', [digest(token)]));

/** Takes another of one's own posts. False when it is not one's own, or not in force today. */
export async function takePost(city: City, token: string, post: number): Promise<boolean> {
  return asNobody(city, async (tx) => {
    const row = await tx.find<{ take_post: boolean | null }>('select take_post($1, $2, $3)', [digest(token), post, await readToday(tx)]);
    return row?.take_post === true;
  });
}

/** Who a token stands for today, with the list of divisions row protection will compare with. */
export async function callerOf(city: City, token: string | undefined): Promise<Caller> {
  if (!token) return nobody;
  return asNobody(city, async (tx) => toCaller(tx, await tx.find<SessionRow>('select * from session_for($1, $2)', [digest(token), await readToday(tx)])));
}

/** The caller a run acts for: the post that ordered it, as it stands today. */
export async function callerOfPost(city: City, post: number): Promise<Caller> {
  return asNobody(city, async (tx) => toCaller(tx, await tx.find<SessionRow>('select * from post_for($1, $2)', [post, await readToday(tx)])));
}

async function toCaller(tx: Tx, row: SessionRow | undefined): Promise<Caller> {
  if (!row) return nobody;
  const post = row.posts.find((p) => p.id === row.post_id) ?? null;
  const divisions = post && hasArea(post.role) ? (await tx.rows<{ id: number }>('select divisions_under($1) as id', [post.divisionId])).map((d) => d.id) : [];
  return { account: { id: row.account_id, name: row.name, kind: row.kind }, post, posts: row.posts, person: row.kind === 'resident' ? row.person_id : null, divisions };
}
