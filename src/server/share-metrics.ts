import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AggregatorRegistry, type Registry } from 'prom-client';
import type { City } from '../kernel/db/city.ts';
import { readCityMetrics } from './metrics.ts';

/** A process silent for so long is left out, ms. */
const STALE_MS = 30_000;

type Values = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;
interface Kept { readonly at: number; readonly values: Values }

/** Several processes serve behind one address: each leaves its counts where the one that is asked finds them. */
export interface SharedMetrics { leave(): Promise<void>; gather(): Promise<string>; forget(): void }

export function shareMetrics(dataDir: string, name: string, registry: Registry, cities: ReadonlyMap<string, City>): SharedMetrics {
  const folder = join(dataDir, 'run', 'metrics');
  const file = join(folder, `${name}.json`);
  const own = async (): Promise<Values> => withProcess(await registry.getMetricsAsJSON(), name);
  return {
    async leave() {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.part`, JSON.stringify({ at: Date.now(), values: await own() } satisfies Kept), { mode: 0o600 });
      renameSync(`${file}.part`, file);
    },
    async gather() {
      return AggregatorRegistry.aggregate([await own(), ...readOthers(folder, `${name}.json`), await (await readCityMetrics(cities)).getMetricsAsJSON()] as never).metrics();
    },
    forget() { rmSync(file, { force: true }); },
  };
}

/** Each value says whose it is. */
const withProcess = (values: Values, name: string): Values =>
  values.map((metric) => ({ ...metric, values: (metric as unknown as { values: { labels: object }[] }).values.map((one) => ({ ...one, labels: { ...one.labels, process: name } })) })) as unknown as Values;

function readOthers(folder: string, own: string): Values[] {
  const found: Values[] = [];
  for (const name of listFolder(folder)) {
    if (name === own || !name.endsWith('.json')) continue;
    try {
      const kept = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Kept;
      if (Date.now() - kept.at < STALE_MS) found.push(kept.values);
    } catch { /* it ended this moment */ }
  }
  return found;
}

function listFolder(folder: string): string[] {
  try { return readdirSync(folder); } catch { return []; }
}
