import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const WEB = join(import.meta.dirname, '..', '..', 'src', 'server', 'web.ts');

/** One web process as an installation runs it, spoken to over HTTP only. */
export interface WebProcess {
  readonly url: string;
  /** Most memory it held so far, MB; null where the system does not tell. */
  peakMb(): number | null;
  /** Memory it holds now, MB; from here on the most is counted anew. */
  restMb(): number | null;
  signIn(city: string, login: string, password: string): Promise<Desk>;
  stop(): Promise<void>;
}

/** Somebody signed in. */
export interface Desk {
  query(door: string, body: unknown): Promise<Answer>;
  command(door: string, body: unknown): Promise<Answer>;
  /** Takes a file and counts its bytes; nothing is kept. */
  take(download: string, body: unknown, form: 'xlsx' | 'csv'): Promise<{ readonly bytes: number; readonly lines: number }>;
}
// oxlint-disable-next-line typescript/no-explicit-any -- an answer as it comes over the wire
export interface Answer { readonly status: number; readonly body: any }

export async function startWeb(at: { readonly databaseUrl: string; readonly dataDir: string }): Promise<WebProcess> {
  const port = await freePort();
  const child = fork(WEB, [], { env: { ...process.env, DATABASE_URL: at.databaseUrl, DATA_DIR: at.dataDir, PORT: String(port), HOST: '127.0.0.1' }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: { ready?: boolean }) => { if (message.ready) resolve(); });
    child.once('exit', (code) => { reject(new Error(`the web process ended with ${code}`)); });
  });
  const url = `http://127.0.0.1:${port}`;
  return { url, peakMb: () => memoryOf(child, 'VmHWM'), restMb: () => { forgetPeak(child); return memoryOf(child, 'VmRSS'); }, signIn: (city, login, password) => signIn(url, { city, name: login, password }), stop: () => end(child) };
}

async function signIn(url: string, body: { city: string; name: string; password: string }): Promise<Desk> {
  const headers = { 'content-type': 'application/json', 'x-csrf': '1' };
  const answer = await fetch(`${url}/api/c/session.sign-in`, { method: 'POST', headers, body: JSON.stringify(body) });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!answer.ok || cookie === undefined) throw new Error(`${body.name} cannot sign in: ${answer.status}`);
  const post = async (path: string, more: unknown, extra: Record<string, string> = {}): Promise<Answer> => {
    const got = await fetch(`${url}${path}`, { method: 'POST', headers: { ...headers, cookie, ...extra }, body: JSON.stringify(more) });
    return { status: got.status, body: await got.json() };
  };
  return {
    query: (door, asked) => post(`/api/q/${door}`, asked),
    command: (door, asked) => post(`/api/c/${door}`, asked, { 'idempotency-key': randomUUID() }),
    async take(download, asked, form) {
      const got = await fetch(`${url}/api/x/${download}${form === 'csv' ? '?as=csv' : ''}`, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(asked) });
      if (!got.ok || !got.body) throw new Error(`${download}: ${got.status}`);
      let [bytes, lines] = [0, 0];
      for await (const piece of got.body as unknown as AsyncIterable<Uint8Array>) {
        bytes += piece.length;
        if (form === 'csv') for (const byte of piece) if (byte === 10) lines += 1;
      }
      return { bytes, lines };
    },
  };
}

function memoryOf(child: ChildProcess, which: 'VmHWM' | 'VmRSS'): number | null {
  try {
    const kB = new RegExp(`^${which}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    return kB === undefined ? null : Math.round(Number(kB) / 1000);
  } catch {
    return null;
  }
}

function forgetPeak(child: ChildProcess): void {
  try {
    writeFileSync(`/proc/${child.pid}/clear_refs`, '5');
  } catch { /* then the most since its start stands */ }
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => { child.once('exit', () => { resolve(); }); });
  child.kill('SIGTERM');
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => { resolve(typeof address === 'object' && address ? address.port : 0); });
    });
  });
}
