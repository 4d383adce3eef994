import { sealBlock } from '../kernel/audit/seal-block.ts';
import { sendHeads } from '../kernel/audit/send-heads.ts';
import { beginDay } from '../kernel/clock/begin-day.ts';
import type { City } from '../kernel/db/city.ts';
import { workOnce } from '../kernel/jobs/work.ts';
import { findHandlers } from './find-handlers.ts';
import { log } from './log.ts';
import { openCities } from './open-cities.ts';

// One worker process: jobs, reactions and the sealing of the record, city by city. Any number may run beside each other.
const cities = openCities(4);
const handlers = await findHandlers();
let stopping = false;

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

async function forever(name: string, rest: number, city: City, once: () => Promise<boolean>): Promise<void> {
  while (!stopping) {
    const busy = await once().catch((error: unknown) => {
      log('error', `${name} failed`, { city: city.code, kind: error instanceof Error ? error.name : 'error', code: (error as { code?: string }).code });
      return false;
    });
    if (!busy) await pause(rest);
  }
}

const loops = [...cities.values()].flatMap((city) => [
  forever('job', 250, city, () => workOnce(city, handlers)),
  forever('day', 60_000, city, async () => { await beginDay(city); return false; }),
  forever('sealer', 1000, city, async () => (await sealBlock(city)) >= 10_000),
  forever('heads', 5000, city, async () => (await sendHeads(city)) > 0),
]);
log('info', 'worker runs', { handlers: handlers.length });
process.send?.({ ready: true });

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await Promise.all(loops);
  for (const city of cities.values()) await city.close();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);
