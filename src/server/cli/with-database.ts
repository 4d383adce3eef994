import type { City } from '../../kernel/db/city.ts';
import { startEmbedded } from '../../kernel/db/embedded/start-embedded.ts';
import { openCities } from '../open-cities.ts';

/** Runs a command-line job on the installation's database server: the one DATABASE_URL names, or the embedded one, started if nobody has. */
export async function withDatabaseUrl<T>(work: (url: string) => Promise<T>): Promise<T> {
  const given = process.env['DATABASE_URL'];
  if (given) return work(given);
  const embedded = await startEmbedded({ dataDir: dataDir(), durable: true, say: (line) => process.stderr.write(`${line}\n`) });
  try {
    return await work(embedded.url);
  } finally {
    await embedded.stop();
  }
}

export const dataDir = (): string => process.env['DATA_DIR'] ?? '.data';

/** The same with every city of the installation opened. */
export async function withDatabase(work: (cities: ReadonlyMap<string, City>) => Promise<void>): Promise<void> {
  await withDatabaseUrl(async (url) => {
    process.env['DATABASE_URL'] = url;
    const cities = openCities(2);
    try {
      await work(cities);
    } finally {
      for (const city of cities.values()) await city.close();
    }
  });
}
