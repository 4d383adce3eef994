import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { demoCities } from '../../src/kernel/db/cities.ts';
import { startEmbedded, type EmbeddedDatabase } from '../../src/kernel/db/embedded/start-embedded.ts';
import { migrateAll } from '../../src/kernel/db/migrate.ts';
import type { Stage } from './bench.ts';
import { watchMemory } from './watch-memory.ts';

/** A stage with a database of its own, as an installation has it: the embedded server, every commit forced to disk. BENCH_DATABASE_URL names another, empty one. */
export function openStage(options: { readonly small: boolean; readonly rows?: number; say(line: string): void }): Stage & { startedUrl(): Promise<string | undefined>; close(): Promise<void> } {
  const dataDir = mkdtempSync(join(tmpdir(), 'minzheng-bench-'));
  // the account that runs the server for root must pass through
  chmodSync(dataDir, 0o711);
  let server: EmbeddedDatabase | undefined;
  let url: Promise<string> | undefined;
  const start = async (): Promise<string> => {
    const given = process.env['BENCH_DATABASE_URL'];
    if (given === undefined) server = await startEmbedded({ dataDir, durable: true, say: options.say });
    const address = given ?? server?.url ?? '';
    await migrateAll(address, demoCities);
    return address;
  };
  return {
    small: options.small,
    rows: (whole, few) => (options.small ? few : (options.rows ?? whole)),
    dataDir,
    say: options.say,
    // a bench that needs no database gets none
    startedUrl: async () => url,
    databaseUrl: () => (url ??= start()),
    watchMemory: () => watchMemory(server === undefined ? undefined : Number(readFileSync(join(server.folder, 'postmaster.pid'), 'utf8').split('\n')[0])),
    async close() {
      await server?.stop();
      if (server !== undefined) rmSync(dirname(server.folder), { recursive: true, force: true });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
