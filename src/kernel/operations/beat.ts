import { hostname } from 'node:os';
import type { City } from '../db/city.ts';
import { asDefiner } from '../db/as-definer.ts';

/** A process of the platform on some machine: `web-1`, `worker-2`. */
export interface RunningProcess { readonly name: string; readonly startedAt: string }

/** A process says that it lives; one silent for so long is taken for dead. Seconds. */
export const BEAT_SECONDS = 10;
/** Rows of processes that are long gone are removed after so many days. */
const FORGET_DAYS = 7;

const idOf = ({ name, startedAt }: RunningProcess): string => `${hostname()} ${process.pid} ${name} ${startedAt}`;

/** Says in a city's tables that this process lives, and how much memory it holds. */
export const beat = (city: City, running: RunningProcess): Promise<void> => asDefiner(city, 'beat', async (run) => {
  await run(`insert into process_beat (id, name, host, pid, started_at, rss_mb) values ($1, $2, $3, $4, $5, $6) on conflict (id) do update set beat_at = now(), rss_mb = excluded.rss_mb`,
    [idOf(running), running.name, hostname(), process.pid, running.startedAt, Math.round(process.memoryUsage.rss() / 2 ** 20)]);
  await run(`delete from process_beat where beat_at < now() - make_interval(days => $1)`, [FORGET_DAYS]);
  await run(`delete from request_count where minute < now() - interval '1 hour'`);
});

/** A process that ends in order takes its row along. */
export const lastBeat = (city: City, running: RunningProcess): Promise<void> => asDefiner(city, 'beat', async (run) => { await run('delete from process_beat where id = $1', [idOf(running)]); });
