import { stand, type City } from '../db/city.ts';
import type { Caller } from '../access/caller.ts';
import { callerOfPost } from '../access/sessions.ts';
import type { JobHandler } from './job.ts';

interface Claimed { id: number; kind: string; payload: Record<string, unknown>; attempts: number; post_id: number | null }

const MAX_ATTEMPTS = 20;

async function asDefiner<T>(city: City, work: (run: <R extends object>(sql: string, values?: unknown[]) => Promise<R[]>) => Promise<T>): Promise<T> {
  const client = await city.pool.connect();
  try {
    await client.query('begin');
    await stand(client, city, { role: 'definer', divisions: [], person: null, auditor: false, actor: 'worker' });
    const result = await work(async <R extends object>(sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows as R[]);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** The post of the system itself: works where no person ordered it. */
export async function systemCaller(city: City): Promise<Caller> {
  const [row] = await asDefiner(city, (run) => run<{ id: number }>(`select p.id from post p where p.role = 'system' order by p.id limit 1`));
  if (!row) throw new Error(`city ${city.code} has no system post: run the preparation first`);
  return callerOfPost(city, row.id);
}

/** Takes one due job and runs it. Returns false when nothing was due. A worker that dies lets go of its job after five minutes. */
export async function workOnce(city: City, handlers: readonly JobHandler[]): Promise<boolean> {
  const [job] = await asDefiner(city, (run) => run<Claimed>(
    `update job set state = 'running', attempts = attempts + 1, locked_until = now() + interval '5 minutes'
      where id = (select id from job where run_after <= now() and (state = 'waiting' or (state = 'running' and locked_until < now())) order by run_after, id limit 1 for update skip locked)
      returning id, kind, payload, attempts, post_id`));
  if (!job) return false;
  try {
    const caller = job.post_id === null ? await systemCaller(city) : await callerOfPost(city, job.post_id);
    for (const handler of handlers.filter((h) => h.kind === job.kind)) await handler.run(city, job.payload, { id: job.id, attempts: job.attempts, caller });
    await asDefiner(city, (run) => run(`update job set state = 'done', done_at = now(), locked_until = null where id = $1`, [job.id]));
  } catch (error) {
    const state = job.attempts >= MAX_ATTEMPTS ? 'failed' : 'waiting';
    await asDefiner(city, (run) => run(
      `update job set state = $2, last_error = $3, locked_until = null, run_after = now() + least(interval '10 minutes', interval '1 second' * power(2, attempts)) where id = $1`,
      [job.id, state, errorWords(error)]));
  }
  return true;
}

/** Static words and codes only: an error text could hold personal data. */
const errorWords = (error: unknown): string => {
  const code = (error as { code?: string }).code;
  return [error instanceof Error ? error.name : 'error', code].filter(Boolean).join(' ');
};
