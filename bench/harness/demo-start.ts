import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
/** What a fresh clone does not have. */
const MADE_HERE = new Set(['node_modules', '.git', '.data', 'dist']);

export interface Started { readonly seconds: number; readonly url: string; stop(): Promise<void> }

/** The project as it lies there after `git clone` and `npm ci`: nothing built, no data. `demo: false` leaves the story out. */
export function copyProject(options: { readonly demo: boolean }): { start(): Promise<Started>; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'minzheng-clone-'));
  // the account that runs the database for root must pass through
  chmodSync(folder, 0o711);
  cpSync(ROOT, folder, { recursive: true, filter: (path) => !leftOut(relative(ROOT, path), options.demo) });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return { start: () => start(folder), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const leftOut = (path: string, demo: boolean): boolean => {
  const [first = ''] = path.split(sep);
  return MADE_HERE.has(first) || (!demo && path.startsWith(join('demo', 'seed')));
};

/** `npm start` until it says `ready:`. */
async function start(folder: string): Promise<Started> {
  const began = performance.now();
  const { DATABASE_URL: _none, ...env } = process.env;
  const child = spawn(process.execPath, ['src/server/start.ts'], { cwd: folder, env: { ...env, PORT: '', DATA_DIR: join(folder, '.data') }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
  const ready = Promise.withResolvers<void>();
  void ended.then(() => ready.reject(new Error('the platform ended before it was ready')));
  let said = '';
  child.stdout.on('data', (piece: Buffer) => { said += piece.toString('utf8'); if (/ready: \S+\n/.test(said)) ready.resolve(); });
  await ready.promise;
  const seconds = (performance.now() - began) / 1000;
  const url = /ready: (\S+)/.exec(said)?.[1] ?? '';
  return { seconds, url, stop: async () => { child.kill('SIGTERM'); await ended; } };
}
