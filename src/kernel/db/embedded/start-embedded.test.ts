import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedDatabase, type EmbeddedOptions } from './start-embedded.ts';

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  let dataDir: string;
  const running: EmbeddedDatabase[] = [];
  const start = async (more: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> => {
    const server = await startEmbedded({ dataDir, durable: false, ...more });
    running.push(server);
    return server;
  };

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'embedded-'));
    chmodSync(dataDir, 0o711);
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is PostgreSQL in UTF8 that knows Chinese, asks for its password, and keeps it from others', async () => {
    const server = await start();
    expect(server.version).toMatch(/^18\./);
    const facts = await ask(server.url, "select current_setting('server_encoding') as encoding, length('深圳市') as length, current_setting('TimeZone') as zone");
    expect(facts).toEqual([{ encoding: 'UTF8', length: 3, zone: 'UTC' }]);
    await expect(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
    expect(statSync(join(dataDir, 'embedded-database.json')).mode & 0o777).toBe(0o600);
  });

  it('searches Chinese by trigrams', async () => {
    const server = await start();
    await ask(server.url, 'create extension pg_trgm');
    const [found] = await ask(server.url, "select cardinality(show_trgm('深圳市南山区')) > 0 as some");
    expect(found).toEqual({ some: true });
  });

  it('keeps data and port when started again', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 533 as yuan');
    await first.stop();
    await first.exited;
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'select yuan from kept')).toEqual([{ yuan: 533 }]);
  });

  it('takes another port when that of the last run is taken, and says so', async () => {
    const first = await start();
    await first.stop();
    const port = Number(new URL(first.url).port);
    const other = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const said: string[] = [];
    const second = await start({ say: (line) => said.push(line) });
    expect(Number(new URL(second.url).port)).not.toBe(port);
    expect(said.join()).toContain(`端口 ${port} 被占用`);
    await new Promise((resolve) => other.close(resolve));
  });

  it('uses a server that runs already and leaves it running; or ends it first when it may take over', async () => {
    const first = await start();
    const guest = await start();
    expect(guest).toMatchObject({ isOurs: false, url: first.url });
    await guest.stop();
    expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const next = await start({ takeOver: true });
    expect(next.isOurs).toBe(true);
    await first.exited;
    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it("starts in spite of a postmaster.pid whose process id is another program's by now", async () => {
    const first = await start();
    await first.stop();
    const note = ['', first.folder, '1', '1', '', '127.0.0.1', '', 'ready', ''];
    writeFileSync(join(first.folder, 'postmaster.pid'), [String(process.pid), ...note.slice(1)].join('\n'));
    const second = await start();
    expect(second.isOurs).toBe(true);
  });

  it('starts in spite of a first start that was broken off', async () => {
    mkdirSync(join(dataDir, 'postgres.new'));
    writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    const server = await start();
    expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('does not write the failing statement or its values to the log', async () => {
    const server = await start();
    await ask(server.url, "create table once (id text primary key); insert into once values ('442099194901010012')");
    await expect(ask(server.url, "insert into once values ('442099194901010012')")).rejects.toThrow(/duplicate key/);
    await server.stop();
    const log = readFileSync(join(dataDir, 'embedded-database.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('442099194901010012');
  });

  it('refuses in Chinese when the file with the password is lost, and when the data folder is a file', async () => {
    const first = await start();
    await first.stop();
    rmSync(join(dataDir, 'embedded-database.json'));
    await expect(start()).rejects.toThrow(/缺少 embedded-database.json/);
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    await expect(start({ dataDir: file })).rejects.toThrow(/不是文件夹/);
  });

  it.runIf(process.getuid?.() === 0)("when root's folder is closed to others, puts its files elsewhere, says where, and finds them again", async () => {
    chmodSync(dataDir, 0o700);
    const said: string[] = [];
    const first = await start({ say: (line) => said.push(line) });
    try {
      expect(first.folder.startsWith(dataDir)).toBe(false);
      expect(said.join()).toContain(first.folder);
      await first.stop();
      expect((await start()).folder).toBe(first.folder);
    } finally {
      for (const server of running.splice(0)) await server.stop();
      rmSync(join(first.folder, '..'), { recursive: true, force: true });
    }
  });
});
