import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeDataFolder } from '../../kernel/db/embedded/data-folder.ts';
import { choosePort } from './choose-port.ts';
import { keepAlive, type Kept } from './keep-alive.ts';
import { keepCompiled, shareCompiled } from './keep-compiled.ts';
import { takeLock } from './lock.ts';
import { provideDatabase } from './provide-database.ts';
import type { StartOptions } from './read-options.ts';
import { startProcess } from './start-process.ts';
import { watchSources } from './watch-sources.ts';

/** The files that make up the platform, by path, so that a test can put small ones in their place. */
export interface PlatformParts {
  /** Exports `prepare({ databaseUrl, dataDir, log })`: migrates, and seeds the demo on first start. */
  prepare: string;
  /** Exports `buildWeb()`: makes the two bundles when their sources changed. */
  buildWeb: string;
  web: string;
  worker: string;
  /** Watched in `npm run dev`. */
  sources: string;
  /** The simulated agencies of the demo; left out, or AGENCY_…_URL set: real ones are asked. */
  agencies?: string;
}

type Prepare = (options: { databaseUrl: string; dataDir: string; log(line: string): void }) => Promise<void>;

/**
 * Runs the platform until `stopping` is aborted or a part dies too often: lock, database, migrations, bundles, web and
 * worker; ends them in the opposite order. Resolves when everything has ended, throws a sentence when it could not go on.
 */
export async function runPlatform(options: StartOptions, parts: PlatformParts, stopping: AbortSignal, say: (line: string) => void): Promise<void> {
  makeDataFolder(options.dataDir);
  const undo: (() => void | Promise<void>)[] = [takeLock(options.dataDir)];
  try {
    const trouble = Promise.withResolvers<never>();
    trouble.promise.catch(() => {});
    const giveUp = (why: string) => trouble.reject(new Error(why));
    const orStop = <T>(work: Promise<T>) => Promise.race([work, trouble.promise, whenAborted(stopping)]);

    const port = await choosePort(options.port, options.isPortFixed, options.host);
    if (port !== options.port) say(`端口 ${options.port} 被占用，改用 ${port}`);
    const database = await provideDatabase(options, say, giveUp);
    undo.push(() => database.stop());
    keepCompiled(options.dataDir);
    await orStop(prepareAll(parts, { databaseUrl: database.url, dataDir: options.dataDir, log: say }));
    shareCompiled();
    const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: options.dataDir, PORT: String(port), HOST: options.host };
    const agencies = await keepAgencies(parts, say, giveUp);
    if (agencies) undo.push(() => agencies.kept.stop());
    const kept = keepProcesses(parts, options, { ...env, ...agencies?.env }, { say, giveUp, onReady: announce(options.dataDir, `http://127.0.0.1:${port}`, options.webProcesses, say) });
    undo.push(() => stopAll(kept, say));
    if (options.isDev) undo.push(watchSources(parts.sources, () => void rebuild(parts, kept, say)));
    await orStop(new Promise<never>(() => {}));
  } catch (error) {
    if (error !== stopping.reason) throw error;
  } finally {
    for (const end of undo.toReversed()) await end();
  }
}

async function prepareAll(parts: PlatformParts, options: Parameters<Prepare>[0]): Promise<void> {
  const { prepare } = (await import(pathToFileURL(parts.prepare).href)) as { prepare: Prepare };
  await Promise.all([prepare(options), build(parts, options.log)]);
}

async function build(parts: PlatformParts, say: (line: string) => void): Promise<void> {
  if (!existsSync(parts.buildWeb)) {
    say('没有要生成的界面');
    return;
  }
  const { buildWeb } = (await import(pathToFileURL(parts.buildWeb).href)) as { buildWeb(): Promise<void> };
  await buildWeb();
}

interface Hooks {
  say(line: string): void;
  giveUp(why: string): void;
  onReady(name: string): void;
}

/** `web` when there is one, `web-1`, `web-2` … when several share the port. */
const namesOf = (kind: 'web' | 'worker', many: number): string[] => (many === 1 ? [kind] : Array.from({ length: many }, (_, at) => `${kind}-${at + 1}`));

function keepProcesses(parts: PlatformParts, { webProcesses, workers }: StartOptions, env: NodeJS.ProcessEnv, { say, giveUp, onReady }: Hooks): Kept[] {
  const shared = { ...env, WEB_PROCESSES: String(webProcesses) };
  const keep = (name: string, file: string, hear: (message: unknown) => void): Kept =>
    keepAlive({ name, start: () => startProcess(file, { ...shared, PROCESS_NAME: name }, hear), say, onGiveUp: giveUp });
  return [
    ...namesOf('web', webProcesses).map((name) => keep(name, parts.web, (message) => {
      if (typeof message === 'object' && message !== null && 'ready' in message) onReady(name);
    })),
    ...namesOf('worker', workers).map((name) => keep(name, parts.worker, () => {})),
  ];
}

/** Starts the demo's agencies beside the platform, and tells the worker where they are. */
async function keepAgencies(
  parts: PlatformParts,
  say: (line: string) => void,
  giveUp: (why: string) => void,
): Promise<{ kept: Kept; env: NodeJS.ProcessEnv } | undefined> {
  const file = parts.agencies;
  if (file === undefined || !existsSync(file) || Object.keys(process.env).some((name) => /^AGENCY_.*_URL$/.test(name))) return undefined;
  const port = await choosePort(4900, false, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  say(`核对单位：演示用的模拟器，${url}`);
  return {
    kept: keepAlive({ name: '核对单位模拟器', start: () => startProcess(file, { ...process.env, PORT: String(port) }, () => {}), say, onGiveUp: giveUp }),
    env: { AGENCY_SOCIAL_INSURANCE_URL: `${url}/social-insurance`, AGENCY_BANK_DEPOSITS_URL: `${url}/bank-deposits` },
  };
}

/** Says once that the platform serves, when all its web processes do, and with which accounts; later only which of them is back. */
function announce(dataDir: string, url: string, webs: number, say: (line: string) => void): (name: string) => void {
  const serving = new Set<string>();
  return (name) => {
    if (serving.has(name)) return say(`${name}：已恢复服务`);
    serving.add(name);
    if (serving.size < webs) return;
    say(`ready: ${url}`);
    const accounts = join(dataDir, 'accounts.txt');
    if (existsSync(accounts)) for (const line of readFileSync(accounts, 'utf8').trimEnd().split('\n')) say(line);
  };
}

async function stopAll(kept: Kept[], say: (line: string) => void): Promise<void> {
  say('正在停止：先 web 和 worker，再数据库');
  await Promise.all(kept.map((process) => process.stop()));
}

async function rebuild(parts: PlatformParts, kept: Kept[], say: (line: string) => void): Promise<void> {
  say('源文件有改动，重新启动');
  try {
    await build(parts, say);
  } catch (error) {
    say(`界面没有生成：${(error as Error).message}`);
  }
  await Promise.all(kept.map((process) => process.restart()));
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
