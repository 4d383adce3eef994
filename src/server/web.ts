import { setTimeout as sleep } from 'node:timers/promises';
import { demoCities } from '../kernel/db/cities.ts';
import { join } from 'node:path';
import { beat, BEAT_SECONDS, lastBeat } from '../kernel/operations/beat.ts';
import { buildApp } from './app.ts';
import { findDoors } from './find-doors.ts';
import { closeInOrder } from './life.ts';
import { log } from './log.ts';
import { makeMetrics } from './metrics.ts';
import { openCities } from './open-cities.ts';
import { readProcessSettings } from './process-settings.ts';
import { shareMetrics } from './share-metrics.ts';

// One web process: stateless, so any number may run beside each other.
const settings = readProcessSettings(process.env, 'web');
const running = { name: settings.name, startedAt: new Date().toISOString() };
const cities = openCities(settings.connections);
const metrics = makeMetrics(cities);
const shared = shareMetrics(process.env['DATA_DIR'] ?? '.data', settings.name, metrics.registry, cities);
const life = { leaving: false, stopping: false, metrics, gatherMetrics: () => shared.gather() };
const app = await buildApp({ cities, defaultCity: demoCities[0]?.code ?? '', doors: await findDoors(), webDir: join(import.meta.dirname, '..', '..', 'dist'), life });
const url = await app.listen({ port: Number(process.env['PORT'] ?? 8080), host: process.env['HOST'] ?? '127.0.0.1', ...(settings.sharePort ? { reusePort: true } : {}) });
log('info', 'web serves', { url, process: settings.name });
process.send?.({ ready: true, url });

/** Says that it lives; a database that is away for a moment is no reason to end. */
const sayAlive = (): void => {
  for (const city of cities.values()) beat(city, running).catch(() => { /* the next beat */ });
  shared.leave().catch(() => { /* the next beat */ });
};
sayAlive();
const beats = setInterval(sayAlive, BEAT_SECONDS * 1000);

async function stop(): Promise<void> {
  if (life.leaving) return;
  life.leaving = true;
  clearInterval(beats);
  // a balancer in front learns from /readyz that nothing more is to come here
  await sleep(Number(process.env['STOP_NOTICE_MS'] ?? 0) || 0);
  life.stopping = true;
  const isWhole = await closeInOrder(app);
  if (!isWhole) log('warn', 'requests were cut off at the end', { process: settings.name });
  shared.forget();
  for (const city of cities.values()) await lastBeat(city, running).catch(() => { /* the database went first */ });
  // what was cut off may wait in the database for ever: without us it is rolled back
  if (isWhole) for (const city of cities.values()) await city.close();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);
