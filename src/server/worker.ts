import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { sealBlock } from '../kernel/audit/seal-block.ts';
import { sendHeads } from '../kernel/audit/send-heads.ts';
import { beginDay } from '../kernel/clock/begin-day.ts';
import type { City } from '../kernel/db/city.ts';
import { workOnce } from '../kernel/jobs/work.ts';
import { beat, BEAT_SECONDS, lastBeat } from '../kernel/operations/beat.ts';
import { findHandlers } from './find-handlers.ts';
import { FINISH_MS } from './life.ts';
import { log } from './log.ts';
import { makeMetrics } from './metrics.ts';
import { openCities } from './open-cities.ts';
import { readProcessSettings } from './process-settings.ts';
import { shareMetrics } from './share-metrics.ts';

// One worker process: jobs, reactions and the sealing of the record, city by city. Any number may run beside each other.
const settings = readProcessSettings(process.env, 'worker');
const running = { name: settings.name, startedAt: new Date().toISOString() };
const cities = openCities(settings.connections);
const handlers = await findHandlers();
const shared = shareMetrics(process.env['DATA_DIR'] ?? '.data', settings.name, makeMetrics(cities).registry, cities);
const stopping = new AbortController();
const { signal } = stopping;
setMaxListeners(0, signal);

async function forever(name: string, rest: number, city: City, once: () => Promise<boolean>): Promise<void> {
  while (!signal.aborted) {
    const busy = await once().catch((error: unknown) => {
      log('error', `${name} failed`, { city: city.code, process: settings.name, kind: error instanceof Error ? error.name : 'error', code: (error as { code?: string }).code });
      return false;
    });
    if (!busy) await sleep(rest, undefined, { signal }).catch(() => { /* asked to end */ });
  }
}

const loops = [...cities.values()].flatMap((city) => [
  forever('job', 250, city, () => workOnce(city, handlers, signal)),
  forever('day', 60_000, city, async () => { await beginDay(city); return false; }),
  forever('sealer', 1000, city, async () => (await sealBlock(city)) >= 10_000),
  forever('heads', 5000, city, async () => (await sendHeads(city)) > 0),
  forever('beat', BEAT_SECONDS * 1000, city, async () => { await beat(city, running); await shared.leave(); return false; }),
]);
log('info', 'worker runs', { handlers: handlers.length, process: settings.name });
process.send?.({ ready: true });

async function stop(): Promise<void> {
  if (signal.aborted) return;
  stopping.abort(new Error('the worker ends'));
  // a piece that takes longer is given up: nothing of it is committed, and its job is free when our hold on it ends
  const isWhole = await Promise.race([Promise.all(loops).then(() => true), sleep(FINISH_MS).then(() => false)]);
  if (!isWhole) log('warn', 'a job was cut off at the end', { process: settings.name });
  shared.forget();
  for (const city of cities.values()) await lastBeat(city, running).catch(() => { /* the database went first */ });
  if (isWhole) for (const city of cities.values()) await city.close();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);
