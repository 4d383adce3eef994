import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findStartTicks } from '../../kernel/db/embedded/running-process.ts';

/** Who holds a data folder: the process and the moment it started, since an id alone is soon another's. */
interface Holder {
  pid: number;
  ticks: string | undefined;
}

/**
 * Takes the data folder for this process alone; throws a sentence when another that lives holds it. A lock left by a
 * killed process is taken over. Returns what gives it back.
 */
export function takeLock(dataDir: string): () => void {
  const file = join(dataDir, 'supervisor.lock');
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, ticks: findStartTicks(process.pid) } satisfies Holder), { mode: 0o644 });
  try {
    for (;;) {
      if (tryLink(mine, file)) return () => release(file);
      const holder = readHolder(file);
      if (holder !== undefined && isAlive(holder)) {
        throw new Error(`另一个 npm start（进程 ${holder.pid}）正在使用 ${dataDir}。请先停下它，或另设 DATA_DIR。`);
      }
      removeStale(file, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** A link appears whole or not at all, and only for one of several that try. */
function tryLink(mine: string, file: string): boolean {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, ticks }: Holder): boolean {
  return findStartTicks(pid) !== undefined && findStartTicks(pid) === ticks;
}

/** Moves the stale lock aside; should a live one have taken its place in between, it is put back. */
function removeStale(file: string, judged: Holder | undefined): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved !== undefined && moved.pid !== judged?.pid && isAlive(moved)) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function release(file: string): void {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
}
