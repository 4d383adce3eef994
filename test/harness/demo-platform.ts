import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The whole platform with its demo city, started as `npm start` does, in a folder of its own. */
export interface DemoPlatform {
  readonly url: string;
  readonly dataDir: string;
  /** Everything its processes said so far. */
  readonly said: readonly string[];
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>;
  remove(): void;
}

export async function startDemoPlatform(env: NodeJS.ProcessEnv): Promise<DemoPlatform> {
  const dataDir = mkdtempSync(join(tmpdir(), 'minzheng-demo-'));
  chmodSync(dataDir, 0o711);
  const port = await freePort();
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/server/start.ts')], { env: { ...process.env, DATABASE_URL: '', PORT: String(port), DATA_DIR: dataDir, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  const ended = new Promise<number | null>((resolve) => { child.once('exit', (code) => resolve(code)); });
  const ready = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => {
    said.push(data.toString());
    const found = /ready: (\S+)/.exec(said.slice(-3).join(''))?.[1];
    if (found) ready.resolve(found);
  });
  const url = await Promise.race([ready.promise, ended.then((code) => { throw new Error(`the platform ended with ${code} before it was ready: ${said.slice(-3).join('')}`); })]);
  return { url, dataDir, said, async stop() { child.kill('SIGTERM'); return ended; }, remove() { rmSync(dataDir, { recursive: true, force: true }); } };
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
