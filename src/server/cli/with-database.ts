import type { City } from '../../kernel/db/city.ts';
import { startEmbedded } from '../../kernel/db/embedded/start-embedded.ts';
import { openCities } from '../open-cities.ts';

/** Runs a command-line job on the installation's database: the server DATABASE_URL names, or the embedded one, started if nobody has. */
export async function withDatabase(work: (cities: ReadonlyMap<string, City>) => Promise<void>): Promise<void> {
  const embedded = process.env['DATABASE_URL'] ? undefined
    : await startEmbedded({ dataDir: process.env['DATA_DIR'] ?? '.data', durable: true, say: (line) => process.stderr.write(`${line}\n`) });
  if (embedded) process.env['DATABASE_URL'] = embedded.url;
  const cities = openCities(2);
  try {
    await work(cities);
  } finally {
    for (const city of cities.values()) await city.close();
    await embedded?.stop();
  }
}
