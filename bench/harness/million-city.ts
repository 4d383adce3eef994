import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoCities } from '../../src/kernel/db/cities.ts';
import { startEmbedded } from '../../src/kernel/db/embedded/start-embedded.ts';
import { migrateAll } from '../../src/kernel/db/migrate.ts';
import type { Stage } from './bench.ts';
import { FULL, plantMillion, type Sizes } from './plant-million.ts';

export interface MillionCity { readonly databaseUrl: string; readonly dataDir: string; readonly sizes: Sizes; close(): Promise<void> }

const sizesOf = (stage: Stage): Sizes => {
  const households = stage.small ? 400 : Number(process.env['HOUSEHOLDS'] ?? FULL.households);
  return { households, grants: households / 2, cases: (households * 3) / 4 };
};

/**
 * The city of a million, planted now, or found where BENCH_CACHE keeps it between runs (a folder outside the project; several GB): planting takes minutes. A
 * kept one is migrated like any installation, and planted anew when what is planted has changed.
 */
export async function openMillionCity(stage: Stage): Promise<MillionCity> {
  const sizes = sizesOf(stage);
  const cache = process.env['BENCH_CACHE'];
  if (cache === undefined || stage.small) {
    const databaseUrl = await stage.databaseUrl();
    await plantMillion({ databaseUrl, dataDir: stage.dataDir, say: stage.say }, sizes);
    return { databaseUrl, dataDir: stage.dataDir, sizes, close: async () => undefined };
  }
  const dataDir = join(cache, `million-${sizes.households}-${digest()}`);
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o711);
  const server = await startEmbedded({ dataDir, durable: true, say: stage.say });
  await migrateAll(server.url, demoCities);
  if (!existsSync(join(dataDir, 'planted'))) {
    await plantMillion({ databaseUrl: server.url, dataDir, say: stage.say }, sizes);
    writeFileSync(join(dataDir, 'planted'), new Date().toISOString());
  }
  return { databaseUrl: server.url, dataDir, sizes, close: () => server.stop() };
}

function digest(): string {
  const hash = createHash('sha256');
  for (const file of ['plant-million.ts', 'million-rows.ts']) hash.update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest('hex').slice(0, 12);
}
