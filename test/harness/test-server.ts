import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startEmbedded } from '../../src/kernel/db/embedded/start-embedded.ts';
import { findStartTicks, listProcessWords, waitUntilGone } from '../../src/kernel/db/embedded/running-process.ts';

const PREFIX = 'minzheng-test-';
const OWNER = 'owner.json';

/** A throw-away database server for one run of the tests: nothing is forced to disk, everything is removed at the end. */
export async function startTestServer(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  await sweepAbandoned();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  // The account that runs the server for root must pass through.
  chmodSync(dataDir, 0o711);
  writeFileSync(join(dataDir, OWNER), JSON.stringify({ pid: process.pid, ticks: findStartTicks(process.pid) }));
  const server = await startEmbedded({ dataDir, durable: false, say: (line) => console.log(line) });
  return {
    adminUrl: server.url,
    stop: async () => {
      await server.stop();
      rmSync(dirname(server.folder), { recursive: true, force: true });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Ends and removes the servers of runs that were killed before they could clean up. */
async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const dataDir = join(tmpdir(), name);
    if (!isAbandoned(dataDir)) continue;
    const folder = join(dataDir, 'postgres');
    const pid = findServer(folder);
    if (pid !== undefined) {
      process.kill(pid, 'SIGINT');
      await waitUntilGone(pid, 10_000);
    }
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** False as well for another user's folder, and for one that is being made or removed this moment. */
function isAbandoned(dataDir: string): boolean {
  try {
    const owner = JSON.parse(readFileSync(join(dataDir, OWNER), 'utf8')) as { pid: number; ticks?: string };
    return findStartTicks(owner.pid) !== owner.ticks;
  } catch {
    return false;
  }
}

function findServer(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return listProcessWords(pid).includes(folder) ? pid : undefined;
  } catch {
    return undefined;
  }
}
