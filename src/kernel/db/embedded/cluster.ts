import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeDataFolder, makeFolders } from './data-folder.ts';
import { mayReach, NOBODY, providePrograms, type Account } from './programs.ts';

/** Where root puts what the server's account cannot reach below the data folder. */
const ROOT_STORE = '/var/lib/minzheng';

/** What the data folder remembers of its database, in `embedded-database.json` (mode 0600: it holds the password). */
interface Memory {
  password: string;
  /** 0 until a port has been chosen. */
  port: number;
  /** The folder of the server's files, when it could not lie in the data folder itself. */
  folder?: string;
}

/** A database cluster on disk and the programs and account that run it. */
export interface Cluster {
  folder: string;
  programs: string;
  account: Account;
  password: string;
  port: number;
  /** The server's own log, in English, appended to at each start. */
  log: string;
  /** Keeps the port for the next start, so that a noted address stays true. */
  rememberPort(port: number): void;
}

export interface ClusterOptions {
  /** An absolute path. */
  dataDir: string;
  /** False in tests: the files are not forced to disk. */
  durable: boolean;
  say(line: string): void;
}

/** Finds the cluster of a data folder, or makes it (about a second); says where it lies when that is elsewhere. */
export function provideCluster({ dataDir, durable, say }: ClusterOptions): Cluster {
  makeDataFolder(dataDir);
  const memoryFile = join(dataDir, 'embedded-database.json');
  const known = readMemory(memoryFile);
  const memory = known ?? { password: randomBytes(24).toString('base64url'), port: 0 };
  const folder = memory.folder ?? chooseFolder(dataDir, say);
  const exists = existsSync(join(folder, 'PG_VERSION'));
  if (exists && known === undefined) throw new Error(`${dataDir} 里有数据库，但缺少 embedded-database.json（里面是数据库的密码）。请从备份恢复它。`);
  const account = chooseAccount(folder, exists);
  const isElsewhere = dirname(folder) !== dataDir;
  if (isElsewhere) {
    memory.folder = folder;
    say(`数据库：运行数据库的账户（uid ${account.uid}）进不了 ${dataDir}，数据库文件放在 ${folder}`);
  }
  const programs = providePrograms(account, process.getuid?.() === 0 ? ROOT_STORE : join(dataDir, 'programs'), say);
  if (!exists) {
    writeMemory(memoryFile, memory);
    initialise({ folder, programs, account, password: memory.password, durable });
  }
  return {
    folder,
    programs,
    account,
    password: memory.password,
    port: memory.port,
    log: join(dataDir, 'embedded-database.log'),
    rememberPort: (port) => writeMemory(memoryFile, { ...memory, port }),
  };
}

function readMemory(file: string): Memory | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Memory;
  } catch (error) {
    throw new Error(`读不了 ${file}（${(error as Error).message}）。请用建立它的用户或 root 启动。`, { cause: error });
  }
}

function writeMemory(file: string, memory: Memory): void {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(memory)}\n`, { mode: 0o600 });
  const { uid, gid } = statSync(dirname(file));
  if (process.getuid?.() === 0) chownSync(half, uid, gid);
  renameSync(half, file);
}

function chooseFolder(dataDir: string, say: (line: string) => void): string {
  const inside = join(dataDir, 'postgres');
  if (process.getuid?.() !== 0 || existsSync(inside) || mayReach(dataDir, NOBODY, 'enter')) return inside;
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const earlier = existsSync(ROOT_STORE) ? readdirSync(ROOT_STORE).filter((entry) => entry.startsWith(name)) : [];
  for (const entry of earlier) say(`数据库：${join(ROOT_STORE, entry)} 属于一个已删除的 ${dataDir}，不再使用，确认后可以删除`);
  return join(ROOT_STORE, `${name}-${randomBytes(3).toString('hex')}`, 'postgres');
}

/** Whoever owns an existing cluster runs it; a new one is run by oneself, or by nobody when one is root. */
function chooseAccount(folder: string, exists: boolean): Account {
  const self = { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };
  if (self.uid !== 0) {
    if (existsSync(folder) && statSync(folder).uid !== self.uid) {
      throw new Error(`${folder} 里的数据库属于 uid ${statSync(folder).uid}，当前用户是 uid ${self.uid}。请用原来的用户或 root 启动，或另设 DATA_DIR。`);
    }
    return self;
  }
  if (!exists) return NOBODY;
  const { uid, gid } = statSync(folder);
  const account = { uid, gid };
  if (!mayReach(folder, account)) {
    throw new Error(`运行数据库的账户（uid ${uid}）进不了 ${folder}：上级目录的权限已收紧。请放开（chmod o+x）或移动数据目录。`);
  }
  return account;
}

/** Lets initdb fill a folder beside the final one and renames it: a broken-off first start leaves no half cluster. */
function initialise(at: { folder: string; programs: string; account: Account; password: string; durable: boolean }): void {
  const half = `${at.folder}.new`;
  const passwordFile = `${at.folder}.password`;
  rmSync(half, { recursive: true, force: true });
  makeFolders(dirname(at.folder));
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, at.password, { mode: 0o600 });
  if (process.getuid?.() === 0) for (const path of [half, passwordFile]) chownSync(path, at.account.uid, at.account.gid);
  try {
    // The locale is always given: with an empty LANG the cluster would be SQL_ASCII and search would find no Chinese.
    const words = ['-D', half, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
    words.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8', '-c', 'timezone=UTC', '-c', 'log_timezone=UTC');
    if (!at.durable) words.push('--no-sync');
    const run = spawnSync(join(at.programs, 'bin/initdb'), words, {
      ...asAccount(at.account),
      cwd: '/',
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      encoding: 'utf8',
    });
    if (run.error) throw new Error(explainSpawn(run.error, at.account));
    if (run.status !== 0) throw new Error(`在 ${at.folder} 建立数据库没有成功：\n${run.stderr.trim()}`);
    renameSync(half, at.folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

/** The spawn options that change to the account; none when we already are it. */
export function asAccount(account: Account): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid: account.uid, gid: account.gid } : {};
}

/** A sentence for a program that could not be started at all. */
export function explainSpawn(error: Error, account: Account): string {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'EPERM' || code === 'EINVAL'
    ? `PostgreSQL 不能以 root 运行，而本机不允许 root 以 uid ${account.uid} 启动程序（${code}）。请用普通用户启动，或设置 DATABASE_URL。`
    : `PostgreSQL 启动不了：${error.message}`;
}
