import { createWriteStream, existsSync, readFileSync, rmSync } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { headsFile } from '../../audit/block-heads.ts';
import { keyFile } from '../key-file.ts';
import { openKeyring } from '../keyring.ts';
import { contentHash, listSchemas, listTables, readOut, sameWords } from './city-tables.ts';
import { FORMAT, VERSION, frame, type BackedUpCity, type BackupHeader, type Beside, type Manifest, type TableEnd } from './frames.ts';
import { PlainProblem } from './plain-problem.ts';
import { describeRegisters } from './register-tables.ts';

export interface BackupResult { readonly manifest: Manifest; readonly header: BackupHeader; readonly bytes: number; readonly seconds: number }

/** What tells whether a key of that name is the same key, and nothing else about it. */
const CHECK = 'minzheng key check';
export const checkKeys = (dataDir: string, code: string): Record<string, string> => {
  if (!existsSync(keyFile({ dataDir, code }))) throw new PlainProblem(`${keyFile({ dataDir, code })} 不在：没有密钥文件，备份出来的证件号、账号谁也打不开。请把 DATA_DIR 指对`);
  const keys = openKeyring(keyFile({ dataDir, code }));
  return Object.fromEntries(keys.ids.map((id) => [id, keys.mac(CHECK, id).toString('hex').slice(0, 16)]));
};

/**
 * All cities of a database in one snapshot, whoever writes meanwhile, into one compressed file. The file has its final name only when it is whole and on the disk;
 * a file of that name is never written over.
 */
export async function writeBackup(file: string, options: { readonly databaseUrl: string; readonly dataDir: string; readonly now: Date; readonly signal?: AbortSignal | undefined }): Promise<BackupResult> {
  if (existsSync(file)) throw new PlainProblem(`${file} 已经有了：请换一个名字，备份不覆盖别的文件`);
  const began = performance.now();
  const half = `${file}.part`;
  const client = new pg.Client({ connectionString: options.databaseUrl, application_name: 'minzheng backup' });
  await client.connect();
  try {
    await client.query(sameWords);
    await client.query('begin isolation level repeatable read read only');
    const header = await describe(client, options);
    // ours from here on: a half file of another run is left alone
    await (await open(half, 'wx', 0o600).catch((error: unknown) => { throw explainOpen(error, half); })).close();
    try {
      const manifest = await writeHalf(half, (put) => putAll(client, header, options.dataDir, put), options.signal);
      const { size } = await stat(half);
      await rename(half, file);
      return { manifest, header, bytes: size, seconds: (performance.now() - began) / 1000 };
    } catch (error) {
      rmSync(half, { force: true });
      throw error;
    }
  } catch (error) {
    throw explain(error);
  } finally {
    await client.end();
  }
}

/** Packs what is put into the file, to the disk. A broken disk or a stop ends it, whatever the reading waits for. */
async function writeHalf(half: string, work: (put: (bytes: Buffer) => Promise<void>) => Promise<Manifest>, signal: AbortSignal | undefined): Promise<Manifest> {
  const gzip = createGzip({ level: 3 });
  const written = pipeline(gzip, createWriteStream(half, { flags: 'r+' }), signal ? { signal } : {});
  const broken = new Promise<never>((_done, fail) => { written.catch(fail); });
  broken.catch(() => {});
  const put = async (bytes: Buffer): Promise<void> => {
    if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), broken]);
    if (signal?.aborted) await broken;
  };
  const manifest = await Promise.race([work(put), broken]);
  gzip.end();
  await written;
  const file = await open(half, 'r');
  await file.sync();
  await file.close();
  return manifest;
}

async function describe(client: pg.Client, { dataDir, now }: { readonly dataDir: string; readonly now: Date }): Promise<BackupHeader> {
  const schemas = await listSchemas(client);
  if (schemas.length === 0) throw new PlainProblem('这个数据库里没有城市：没有可备份的');
  const cities: BackedUpCity[] = [];
  for (const schema of schemas) {
    const { rows: [city] } = await client.query<{ code: string; name: string; short: string; demo: boolean }>(`select code, name, short, demo from ${schema}.city`);
    if (!city) throw new PlainProblem(`${schema} 里没有写是哪座城市：它没有建好`);
    const { rows: migrations } = await client.query<{ name: string; digest: string }>(`select name, digest from ${schema}.migration order by name`);
    const { rows: [block] } = await client.query<{ last: number | null }>(`select max(no)::int as last from ${schema}.audit_block`);
    cities.push({ ...city, migrations: Object.fromEntries(migrations.map((m) => [m.name, m.digest])), keys: checkKeys(dataDir, city.code), lastBlock: block?.last ?? 0, registers: await describeRegisters(client, schema) });
  }
  const { rows: [server] } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  return { format: FORMAT, version: VERSION, madeAt: now.toISOString(), server: server?.version ?? '', cities };
}

async function putAll(client: pg.Client, header: BackupHeader, dataDir: string, put: (bytes: Buffer) => Promise<void>): Promise<Manifest> {
  await put(frame('H', header));
  const tables: Record<string, TableEnd> = {};
  for (const city of header.cities) {
    for (const table of await listTables(client, `city_${city.code}`)) {
      await put(frame('T', { schema: table.schema, table: table.name, columns: table.columns }));
      const end = await readOut(client, table, (piece) => put(frame('D', piece)));
      tables[`${table.schema}.${table.name}`] = end;
      await put(frame('E', end));
    }
  }
  await put(frame('A', await readBeside(client, header, dataDir)));
  const manifest: Manifest = { tables, rows: Object.values(tables).reduce((sum, one) => sum + one.rows, 0), contentHash: contentHash(tables) };
  await put(frame('M', manifest));
  return manifest;
}

/** Sequences stand outside snapshots: read after the rows, they are never behind them. Heads beyond the snapshot's last block belong to a later backup. */
async function readBeside(client: pg.Client, header: BackupHeader, dataDir: string): Promise<Beside> {
  const sequences: Record<string, { last: string; called: boolean }> = {};
  const heads: Record<string, string> = {};
  for (const city of header.cities) {
    const schema = `city_${city.code}`;
    const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class where relnamespace = $1::regnamespace and relkind = 'S' order by 1`, [schema]);
    for (const { name } of rows) {
      const { rows: [at] } = await client.query<{ last: string; called: boolean }>(`select last_value::text as last, is_called as called from ${schema}."${name}"`);
      if (at) sequences[`${schema}.${name}`] = at;
    }
    const file = headsFile({ dataDir, code: city.code });
    if (existsSync(file)) heads[city.code] = readFileSync(file, 'utf8').split('\n').filter((line) => { const no = Number(/^(?:~ )?(\d+) /.exec(line)?.[1]); return no <= city.lastBlock; }).map((line) => `${line}\n`).join('');
  }
  return { sequences, heads };
}

function explainOpen(error: unknown, half: string): unknown {
  const { code } = error as { code?: string };
  if (code === 'EEXIST') return new PlainProblem(`${half} 在：另一次备份正在写，或者上次被强行结束。确认没有备份在跑以后删掉它再来`);
  if (code === 'ENOENT') return new PlainProblem(`${half} 所在的文件夹不在`);
  return error;
}

function explain(error: unknown): unknown {
  const { code, name } = error as { code?: string; name?: string };
  if (name === 'AbortError') return new PlainProblem('备份被停下了，没有留下半个文件');
  if (code === 'ENOSPC') return new PlainProblem('磁盘满了，没有留下半个文件');
  if (code === '42501') return new PlainProblem('这个数据库登录看不到全部的行：备份要用超级用户，或者带 BYPASSRLS 的角色');
  return error;
}
