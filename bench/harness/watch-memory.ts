import { readFileSync, writeFileSync } from 'node:fs';
import type { Peak } from './bench.ts';

const EVERY_MS = 250;

/** Watches this process and, where its postmaster is given, the database's processes. On systems without /proc only what Node tells. */
export function watchMemory(postmaster: number | undefined): { peak(): Promise<Peak> } {
  // 5 sets the high-water mark of this process to what it uses now
  try { writeFileSync('/proc/self/clear_refs', '5'); } catch { /* sampled below */ }
  let node = 0;
  let database: number | null = null;
  const look = (): void => {
    node = Math.max(node, process.memoryUsage.rss() / 1e6);
    const now = postmaster === undefined ? undefined : databaseMb(postmaster);
    if (now !== undefined) database = Math.max(database ?? 0, now);
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  return {
    async peak() {
      clearInterval(timer);
      look();
      return { nodeMb: Math.round(Math.max(node, field('self', 'VmHWM') ?? 0)), databaseMb: database === null ? null : Math.round(database) };
    },
  };
}

/** Private memory of all the server's processes, and the shared buffers once. */
function databaseMb(postmaster: number): number | undefined {
  try {
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ');
    const processes = [String(postmaster), ...children];
    const shared = Math.max(0, ...processes.map((pid) => field(pid, 'RssShmem') ?? 0));
    return shared + processes.reduce((sum, pid) => sum + (field(pid, 'RssAnon') ?? 0), 0);
  } catch {
    return undefined;
  }
}

/** A line of /proc/PID/status in MB. */
function field(pid: string, name: string): number | undefined {
  try {
    const kB = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kB === undefined ? undefined : Number(kB) / 1000;
  } catch {
    return undefined;
  }
}
