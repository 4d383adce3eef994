import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { asAccount, explainSpawn, provideCluster, type Cluster } from './cluster.ts';
import { probeServer } from './probe-server.ts';
import { listProcessWords, waitUntilGone } from './running-process.ts';

const DATABASE = 'minzheng';
const START_MS = 60_000;
const STOP_MS = 30_000;

export interface EmbeddedDatabase {
  /** Address with the password of the owner of everything; on 127.0.0.1 only. */
  url: string;
  /** As PostgreSQL tells it, e.g. `18.4`. */
  version: string;
  /** The folder of the server's files. */
  folder: string;
  /** False when another process had already started this server: then stop() leaves it running. */
  isOurs: boolean;
  /** Resolves when the server ends, asked or not; never for a server that is not ours. */
  exited: Promise<void>;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  /** False for tests: faster, and a power cut may lose everything. */
  durable: boolean;
  /** True when the caller alone may run this data folder: a server left over from a killed run is stopped first. */
  takeOver?: boolean;
  say?(line: string): void;
}

/**
 * Starts the real PostgreSQL that came with the npm package on a data folder, making the folder on first use, and waits
 * until it serves. A server that already runs there is used (or ended first, see `takeOver`). For demos, tests and one
 * office; a bureau sets DATABASE_URL.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const say = options.say ?? (() => {});
  const cluster = provideCluster({ dataDir: resolve(options.dataDir), durable: options.durable, say });
  const running = await findRunning(cluster);
  if (running !== undefined && !options.takeOver) {
    return { ...(await open(cluster, running.port)), isOurs: false, exited: new Promise(() => {}), stop: async () => {} };
  }
  if (running !== undefined) {
    say('数据库：先停下上次没有正常结束的数据库');
    await end(running.pid);
  }
  const { child, port } = await launch(cluster, options.durable, say);
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = () => end(child.pid ?? 0);
  try {
    return { ...(await open(cluster, port)), isOurs: true, exited, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The live server of this cluster by its postmaster.pid; removes the file when its process is gone or another's. */
async function findRunning(cluster: Cluster): Promise<{ pid: number; port: number } | undefined> {
  const deadline = performance.now() + START_MS;
  for (;;) {
    const note = readNote(cluster);
    if (note === undefined) return undefined;
    const words = listProcessWords(note.pid);
    if (!words.some((word) => word.endsWith('postgres')) || !words.includes(cluster.folder)) {
      rmSync(join(cluster.folder, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (note.status === 'ready') return note;
    if (performance.now() > deadline) throw new Error(`${cluster.folder} 里的数据库一分钟了仍处于 ${note.status} 状态，日志在 ${cluster.log}`);
    await pause();
  }
}

function readNote(cluster: Cluster): { pid: number; port: number; status: string } | undefined {
  const file = join(cluster.folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
}

/** Starts the server on the remembered port, or on a free one when that is taken or lost in a race. */
async function launch(cluster: Cluster, isDurable: boolean, say: (line: string) => void): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await chooseFreePort(attempt === 1 ? cluster.port : 0);
    if (port !== cluster.port && cluster.port !== 0) say(`数据库：上次的端口 ${cluster.port} 被占用，改用 ${port}`);
    const { child, from } = spawnServer(cluster, port, isDurable);
    if (child.pid === undefined) throw new Error(await explainFailure(child, cluster));
    if (await isReady(cluster, child)) {
      if (port !== cluster.port) cluster.rememberPort(port);
      return { child, port };
    }
    const said = readFileSync(cluster.log).subarray(from).toString('utf8').trim();
    if (attempt >= 5 || !said.includes('could not bind')) {
      throw new Error(`${cluster.folder} 里的数据库没有启动：\n${said.slice(-2000)}\n（日志：${cluster.log}）`);
    }
  }
}

function spawnServer(cluster: Cluster, port: number, isDurable: boolean): { child: ChildProcess; from: number } {
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'logging_collector=off'];
  // The log may be read by people who may not read the register: no statements, no values of the row that failed.
  settings.push('log_min_error_statement=panic', 'log_error_verbosity=terse');
  if (!isDurable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200');
  const hasGrown = existsSync(cluster.log) && statSync(cluster.log).size > 20_000_000;
  const log = openSync(cluster.log, hasGrown ? 'w' : 'a', 0o600);
  const from = statSync(cluster.log).size;
  const child = spawn(join(cluster.programs, 'bin/postgres'), ['-D', cluster.folder, ...settings.flatMap((setting) => ['-c', setting])], {
    ...asAccount(cluster.account),
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    stdio: ['ignore', log, log],
    // Its own session: Ctrl-C in the terminal reaches us alone, and we stop it last.
    detached: true,
  });
  closeSync(log);
  return { child, from };
}

/** A program that could not be started at all has no process id, and says why in its first event. */
function explainFailure(child: ChildProcess, cluster: Cluster): Promise<string> {
  return new Promise((done) => child.once('error', (error) => done(explainSpawn(error, cluster.account))));
}

async function isReady(cluster: Cluster, child: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + START_MS;
  while (child.exitCode === null && child.signalCode === null) {
    const note = readNote(cluster);
    if (note?.pid === child.pid && note?.status === 'ready') return true;
    if (performance.now() > deadline) {
      child.kill('SIGINT');
      return false;
    }
    await pause();
  }
  return false;
}

/** Makes our database on first use and checks that the server knows Chinese. */
async function open(cluster: Cluster, port: number): Promise<{ url: string; version: string; folder: string }> {
  const base = `postgres://postgres:${cluster.password}@127.0.0.1:${port}`;
  const client = new pg.Client({ connectionString: `${base}/postgres` });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
  const url = `${base}/${DATABASE}`;
  const { version } = await probeServer(url);
  return { url, version, folder: cluster.folder };
}

/** Fast shutdown: open transactions are rolled back, everything committed is kept. */
async function end(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  if (!(await waitUntilGone(pid, STOP_MS))) throw new Error(`数据库（进程 ${pid}）${STOP_MS / 1000} 秒内没有停下。`);
}

/** `wanted` when it is free, else a port the machine gives. */
function chooseFreePort(wanted: number): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const server = createServer();
    server.once('error', () => (wanted === 0 ? reject(new Error('127.0.0.1 上没有空闲端口。')) : resolvePort(chooseFreePort(0))));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolvePort(port));
    });
  });
}

const pause = () => new Promise((done) => setTimeout(done, 15));
