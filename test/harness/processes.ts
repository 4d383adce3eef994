import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { hashPassword } from '../../src/kernel/access/password.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { schemaOf } from '../../src/kernel/db/cities.ts';
import type { City } from '../../src/kernel/db/city.ts';
import type { TestCities } from './city.ts';
import { freePort } from './demo-platform.ts';
import { HttpCaller } from './http-caller.ts';

/** A web or worker process as the supervisor starts it. */
export interface Started { readonly url: string; readonly child: ChildProcess; readonly said: readonly string[]; readonly exited: Promise<{ code: number | null; ms: number }>; stop(): void; kill(): void }

const SERVER = join(import.meta.dirname, '../../src/server');

/** Resolves when the process says that it is ready. `ms` of its end counts from the moment it was asked. */
export async function startServerProcess(kind: 'web' | 'worker', cities: TestCities, env: NodeJS.ProcessEnv = {}): Promise<Started> {
  const port = env['PORT'] ?? String(await freePort());
  const said: string[] = [];
  const child = fork(join(SERVER, `${kind}.ts`), [], {
    env: { ...process.env, DATABASE_URL: cities.url, DATA_DIR: cities.zhongshan.dataDir, PORT: port, HOST: '127.0.0.1', PROCESS_NAME: kind, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => said.push(data.toString()));
  let asked = performance.now();
  const exited = new Promise<{ code: number | null; ms: number }>((resolve) => { child.once('exit', (code) => resolve({ code, ms: performance.now() - asked })); });
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message) => { if (typeof message === 'object' && message !== null && 'ready' in message) resolve(); });
    void exited.then(({ code }) => reject(new Error(`${kind} ended with ${code}: ${said.join('')}`)));
  });
  return { url: `http://127.0.0.1:${port}`, child, said, exited, stop() { asked = performance.now(); child.kill('SIGTERM'); }, kill() { child.kill('SIGKILL'); } };
}

const PASSWORD = '试验用的密码-2014';
let hash: Promise<string> | undefined;

/** Signs a planted member of staff in at one process. */
export async function signInAt(url: string, cities: TestCities, city: City, caller: Caller): Promise<HttpCaller> {
  const { rows: [row] } = await cities.owner.query<{ login: string }>(`update ${schemaOf(city.code)}.account set password = $1 where id = $2 returning login`, [await (hash ??= hashPassword(PASSWORD)), caller.account?.id]);
  return HttpCaller.signedIn(url, row!.login, PASSWORD, city.code);
}
