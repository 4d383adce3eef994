import { join } from 'node:path';
import { demoCities } from '../kernel/db/cities.ts';
import { buildApp } from './app.ts';
import { findDoors } from './find-doors.ts';
import { log } from './log.ts';
import { openCities } from './open-cities.ts';

// One web process: stateless, so any number may run beside each other.
const cities = openCities(10);
const app = await buildApp({ cities, defaultCity: demoCities[0]?.code ?? '', doors: await findDoors(), webDir: join(import.meta.dirname, '..', '..', 'dist') });
const url = await app.listen({ port: Number(process.env['PORT'] ?? 8080), host: process.env['HOST'] ?? '127.0.0.1' });
log('info', 'web serves', { url });
process.send?.({ ready: true, url });

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await app.close();
  for (const city of cities.values()) await city.close();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);
