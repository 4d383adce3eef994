import { asDefiner } from '../db/as-definer.ts';
import type { City } from '../db/city.ts';
import type { Caller } from '../access/caller.ts';
import { callerOfPost } from '../access/sessions.ts';
import type { JobHandler } from './job.ts';

interface Claimed { id: number; kind: string; payload: Record<string, unknown>; attempts: number; post_id: number | null }

const MAX_ATTEMPTS = 20;
/** A worker that dies without a word lets go of its job after so many seconds; a living one renews its hold three times in that time. */
const HOLD_SECONDS = 60;

/** The post of the system itself: works where no person ordered it. */
export async function systemCaller(city: City): Promise<Caller> {
  const [row] = await asDefiner(city, 'worker', (run) => run<{ id: number }>(`select p.id from post p where p.role = 'system' order by p.id limit 1`));
  if (!row) throw new Error(`city ${city.code} has no system post: run the preparation first`);
  return callerOfPost(city, row.id);
}

/**
 * Takes one due job and runs it. Returns false when nothing was due. When `stopping` is aborted, a handler that works in pieces ends after the
 * piece in hand, and the job is at once free for another worker.
 */
export async function workOnce(city: City, handlers: readonly JobHandler[], stopping?: AbortSignal): Promise<boolean> {
  const [job] = await asDefiner(city, 'worker', (run) => run<Claimed>(
    `update job set state = 'running', attempts = attempts + 1, locked_until = now() + make_interval(secs => $1)
      where id = (select id from job where run_after <= now() and (state = 'waiting' or (state = 'running' and locked_until < now())) order by run_after, id limit 1 for update skip locked)
      returning id, kind, payload, attempts, post_id`, [HOLD_SECONDS]));
  if (!job) return false;
  const held = holdOn(city, job.id);
  try {
    const caller = job.post_id === null ? await systemCaller(city) : await callerOfPost(city, job.post_id);
    for (const handler of handlers.filter((h) => h.kind === job.kind)) await handler.run(city, job.payload, { id: job.id, attempts: job.attempts, caller, ...(stopping ? { stopping } : {}) });
    await asDefiner(city, 'worker', (run) => run(`update job set state = 'done', done_at = now(), locked_until = null where id = $1 and attempts = $2`, [job.id, job.attempts]));
  } catch (error) {
    if (stopping?.aborted && error === stopping.reason) await handOn(city, job);
    else await putBack(city, job, error);
  } finally {
    clearInterval(held);
  }
  return true;
}

/** Long work is ours as long as we live. */
function holdOn(city: City, id: number): NodeJS.Timeout {
  const timer = setInterval(() => {
    asDefiner(city, 'worker', (run) => run(`update job set locked_until = now() + make_interval(secs => $2) where id = $1 and state = 'running'`, [id, HOLD_SECONDS])).catch(() => { /* the next renewal, or another worker */ });
  }, HOLD_SECONDS * 1000 / 3);
  timer.unref();
  return timer;
}

/** Free for another worker at once; being asked to stop is no failed attempt. */
const handOn = (city: City, job: Claimed): Promise<unknown> => asDefiner(city, 'worker', (run) =>
  run(`update job set state = 'waiting', attempts = attempts - 1, locked_until = null, run_after = now() where id = $1 and state = 'running' and attempts = $2`, [job.id, job.attempts]));

const putBack = (city: City, job: Claimed, error: unknown): Promise<unknown> => asDefiner(city, 'worker', (run) => run(
  `update job set state = $2, last_error = $3, locked_until = null, run_after = now() + least(interval '10 minutes', interval '1 second' * power(2, attempts)) where id = $1 and state = 'running' and attempts = $4`,
  [job.id, job.attempts >= MAX_ATTEMPTS ? 'failed' : 'waiting', errorWords(error), job.attempts]));

/** Static words and codes only: an error text could hold personal data. */
const errorWords = (error: unknown): string => {
  const code = (error as { code?: string }).code;
  return [error instanceof Error ? error.name : 'error', code].filter(Boolean).join(' ');
};
