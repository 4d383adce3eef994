import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findStartTicks } from '../../kernel/db/embedded/running-process.ts';

/** Small ones in place of the real web, worker and preparation: what is tried here is who starts, watches and ends them. */
const PARTS = {
  'prepare.ts': `import { writeFileSync } from "node:fs";
    export async function prepare(o) { o.log("prepared"); writeFileSync(o.dataDir + "/accounts.txt", "区县审核 qx01\\n"); }`,
  'web.ts': `import { createServer } from "node:http";
    const server = createServer((request, answer) => { if (request.url === "/crash") process.exit(3); answer.end(String(process.pid)); });
    server.listen(Number(process.env.PORT), process.env.HOST, () => process.send({ ready: true }));
    process.on("SIGTERM", () => { console.log("web ends"); server.closeAllConnections(); server.close(); });`,
  'worker.ts': `const timer = setInterval(() => {}, 1000);
    process.on("SIGTERM", () => { console.log("worker ends"); clearInterval(timer); });
    console.log("worker", process.pid);`,
};

describe('npm start', () => {
  let folder: string;
  const started: { child: ChildProcess; said: string[] }[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'platform-'));
    chmodSync(folder, 0o711);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    for (const [name, text] of Object.entries(PARTS)) writeFileSync(join(folder, name), text);
    const run = pathToFileURL(join(import.meta.dirname, 'run-until-stopped.ts')).href;
    const parts = Object.fromEntries(['prepare', 'web', 'worker', 'buildWeb'].map((part) => [part, join(folder, `${part}.ts`)]));
    writeFileSync(
      join(folder, 'start.ts'),
      `import { runUntilStopped } from ${JSON.stringify(run)};
       process.exit(await runUntilStopped(process.argv.slice(2), ${JSON.stringify({ ...parts, sources: folder })}, ${JSON.stringify(folder)}));`,
    );
  });
  afterEach(async () => {
    for (const run of started.splice(0)) {
      run.child.kill('SIGTERM');
      await ended(run);
    }
    rmSync(folder, { recursive: true, force: true });
  });

  function start(env: NodeJS.ProcessEnv = {}) {
    const child = spawn(process.execPath, [join(folder, 'start.ts')], { env: { ...process.env, DATABASE_URL: '', PORT: '', DATA_DIR: '', ...env } });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => said.push(data.toString()));
    const run = { child, said };
    started.push(run);
    return run;
  }
  const heard = (run: { said: string[] }, text: string, times = 1) =>
    expect.poll(() => run.said.join('').split(text).length - 1, { timeout: 20_000, message: text }).toBeGreaterThanOrEqual(times);
  const ended = ({ child }: { child: ChildProcess }) =>
    child.exitCode === null && child.signalCode === null ? new Promise((resolve) => child.once('exit', resolve)) : Promise.resolve(child.exitCode);
  const address = (run: { said: string[] }) => /ready: (\S+)/.exec(run.said.join(''))?.[1] ?? '';
  const serverPid = () => Number(readFileSync(join(folder, '.data/postgres/postmaster.pid'), 'utf8').split('\n')[0]);

  it('says database, Node, address and accounts; on Ctrl-C ends web and worker, then the database', async () => {
    const run = start();
    await heard(run, '区县审核 qx01');
    // the worker is not waited for by the platform: it must have come up before it can be seen to end
    await heard(run, 'worker ');
    const server = serverPid();
    expect(run.said.join('')).toMatch(/Node：\d+[^]*内置 PostgreSQL 18[^]*prepared[^]*ready: http:\/\/127\.0\.0\.1:\d+/);
    expect((await fetch(address(run))).status).toBe(200);
    run.child.kill('SIGINT');
    run.child.kill('SIGINT');
    expect(await ended(run)).toBe(0);
    expect(run.said.join('')).toMatch(/正在停止[^]*已停止/);
    expect(run.said.join('')).toContain('web ends');
    expect(run.said.join('')).toContain('worker ends');
    expect(findStartTicks(server)).toBeUndefined();
  });

  it('starts a web or a database that died again', async () => {
    const run = start();
    await heard(run, 'ready:');
    await fetch(`${address(run)}/crash`).catch(() => {});
    await heard(run, 'web：已恢复服务');
    const before = serverPid();
    process.kill(before, 'SIGKILL');
    await heard(run, '数据库：意外退出');
    await expect.poll(serverPid, { timeout: 20_000 }).not.toBe(before);
    expect((await fetch(address(run))).status).toBe(200);
  });

  it('gives up with a sentence when the worker dies five times at once, and ends the rest', async () => {
    writeFileSync(join(folder, 'worker.ts'), 'process.exit(7);');
    const run = start();
    expect(await ended(run)).toBe(1);
    expect(run.said.join('')).toContain('worker 连续 5 次刚启动就退出（最后一次：退出码 7）');
    expect(run.said.join('')).toContain('web ends');
  });

  it('refuses a second start on the same data, and cleans up after one that was killed', async () => {
    const run = start();
    await heard(run, 'ready:');
    const second = start();
    expect(await ended(second)).toBe(1);
    expect(second.said.join('')).toContain(`进程 ${run.child.pid}`);
    const worker = Number(/worker (\d+)/.exec(run.said.join(''))?.[1]);
    run.child.kill('SIGKILL');
    await expect.poll(() => findStartTicks(worker), { timeout: 10_000 }).toBeUndefined();
    const third = start();
    await heard(third, '先停下上次没有正常结束的数据库');
    await heard(third, 'ready:');
  });

  it('refuses a port that was asked for and is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const run = start({ PORT: String(port) });
    expect(await ended(run)).toBe(1);
    expect(run.said.join('')).toContain(`端口 ${port} 被别的程序占用`);
    other.close();
  });

  it('tells why it does not start on a database it cannot reach, without the password', async () => {
    const run = start({ DATABASE_URL: 'postgres://mz:geheim@127.0.0.1:1/minzheng' });
    expect(await ended(run)).toBe(1);
    expect(run.said.join('')).toContain('连不上数据库 127.0.0.1:1/minzheng');
    expect(run.said.join('')).not.toContain('geheim');
  });
});
