import { createHash, type Hash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { headsFile, readHeads } from '../../audit/block-heads.ts';
import { keyFile } from '../key-file.ts';
import { listMigrations, migrateAll } from '../migrate.ts';
import { columnsOf, contentHash, hashContent, listSchemas, listTables, nameOf, sameWords } from './city-tables.ts';
import { FORMAT, VERSION, readFrames, type BackupHeader, type Beside, type Frame, type Manifest, type TableEnd, type TableStart } from './frames.ts';
import { PlainProblem } from './plain-problem.ts';
import { bringBackedUp } from './register-tables.ts';
import { checkKeys } from './write-backup.ts';

export interface RestoreResult { readonly header: BackupHeader; readonly manifest: Manifest; readonly newer: readonly string[]; readonly seconds: number }
export interface RestoreOptions {
  readonly databaseUrl: string; readonly dataDir: string;
  /** Heads kept here beyond the backup are put aside: what they stand for is given up knowingly. */
  readonly replaceHeads?: boolean;
}

/**
 * Loads a backup into an empty database: the schema by our own migrations as they stood then, the registers' tables as they stood then, the rows, the sequences, the block heads; reads everything out again and
 * compares the content hash; then runs the migrations that came later. Whatever goes wrong, the database is empty again.
 */
export async function readBackup(file: string, options: RestoreOptions): Promise<RestoreResult> {
  const began = performance.now();
  const client = new pg.Client({ connectionString: options.databaseUrl, application_name: 'minzheng restore' });
  await client.connect();
  const made: string[] = [];
  try {
    if ((await listSchemas(client)).length > 0) throw new PlainProblem('这个数据库里已经有城市的数据：恢复只写进空的数据库。请另建一个空库，用 --into 指给它');
    const { header, beside, manifest, columns } = await checkFile(file);
    checkTarget(header, options);
    made.push(...header.cities.map((city) => `city_${city.code}`));
    await migrateAll(options.databaseUrl, header.cities, { only: (code, name) => name in (header.cities.find((city) => city.code === code)?.migrations ?? {}) });
    for (const city of header.cities) await bringBackedUp(client, city);
    await load(client, openFile(file), beside);
    const now = await hashContent(client, columns);
    if (now.contentHash !== manifest.contentHash) throw new PlainProblem(`恢复以后的内容与备份不一样：${differing(now.tables, manifest.tables)}`);
    await migrateAll(options.databaseUrl, header.cities);
    await client.query('analyze');
    placeHeads(header, beside, options);
    const newer = listMigrations().map((m) => m.name).filter((name) => header.cities.some((city) => !(name in city.migrations)));
    return { header, manifest, newer, seconds: (performance.now() - began) / 1000 };
  } catch (error) {
    for (const schema of made) await client.query(`drop schema if exists ${schema} cascade`);
    throw explain(error, file);
  } finally {
    await client.end();
  }
}

function openFile(file: string): AsyncGenerator<Frame> {
  const unzipped = createGunzip();
  // an error of either ends the reading, which throws it
  pipeline(createReadStream(file), unzipped, () => {});
  return readFrames(unzipped);
}

const told = <T>(payload: Buffer): T => JSON.parse(payload.toString('utf8')) as T;

/** Reads the whole file before the database is touched: it is ours, it is whole, every table is what the manifest says. */
async function checkFile(file: string): Promise<{ readonly header: BackupHeader; readonly beside: Beside; readonly manifest: Manifest; readonly columns: Readonly<Record<string, readonly string[]>> }> {
  let [header, beside, manifest, at, hash]: [BackupHeader?, Beside?, Manifest?, string?, Hash?] = [];
  const ends: Record<string, TableEnd> = {};
  const columns: Record<string, readonly string[]> = {};
  for await (const { kind, payload } of openFile(file)) {
    if (header === undefined) {
      header = kind === 'H' ? told<BackupHeader>(payload) : undefined;
      if (header?.format !== FORMAT) throw new PlainProblem('这不是 npm run db:backup 写的文件');
      if (header.version > VERSION) throw new PlainProblem('这份备份是更新的版本写的：请用那个版本恢复');
    } else if (kind === 'T') {
      const start = told<TableStart>(payload);
      [at, hash] = [`${start.schema}.${start.table}`, createHash('sha256')];
      columns[at] = start.columns;
    } else if (kind === 'D') hash?.update(payload);
    else if (kind === 'E' && at !== undefined) {
      const end = told<TableEnd>(payload);
      if (hash?.digest('hex') !== end.sha256) throw new PlainProblem(`备份文件坏了：表 ${at} 的内容与清单不符`);
      ends[at] = end;
    } else if (kind === 'A') beside = told<Beside>(payload);
    else if (kind === 'M') manifest = told<Manifest>(payload);
  }
  if (!header || !beside || !manifest) throw new PlainProblem('备份文件坏了或者不完整：没有末尾的清单');
  if (contentHash(ends) !== manifest.contentHash) throw new PlainProblem('备份文件坏了：各表与清单不符');
  return { header, beside, manifest, columns };
}

/** What has to be right before anything is written. */
function checkTarget(header: BackupHeader, options: RestoreOptions): void {
  const known = new Map(listMigrations().map((m) => [m.name, m.digest]));
  for (const city of header.cities) {
    for (const [name, digest] of Object.entries(city.migrations)) {
      if (!known.has(name)) throw new PlainProblem(`备份里有这个版本没有的数据库改动 ${name}：备份比程序新，请用写它的那个版本恢复`);
      if (known.get(name) !== digest) throw new PlainProblem(`数据库改动 ${name} 和备份时的不一样：程序文件被改过，请换回发布的版本`);
    }
    const file = keyFile({ dataDir: options.dataDir, code: city.code });
    if (!existsSync(file)) throw new PlainProblem(`缺${city.name}的密钥文件 ${file}。没有它，证件号、账号打不开，记录也核不了。用 --keys 给出密钥备份，或者先把它放到这里`);
    const here = checkKeys(options.dataDir, city.code);
    const wrong = Object.entries(city.keys).find(([id, check]) => here[id] !== check);
    if (wrong) throw new PlainProblem(`${city.name}的密钥文件里${here[wrong[0]] === undefined ? '没有' : '是另一把'}密钥 ${wrong[0]}：请放备份这份数据时用的密钥文件`);
    const heads = readHeads(headsFile({ dataDir: options.dataDir, code: city.code }))?.last ?? 0;
    if (heads > city.lastBlock && !options.replaceHeads) {
      throw new PlainProblem(`${city.name}库外的块头留到第 ${heads} 块，备份只到第 ${city.lastBlock} 块：后面的操作恢复不回来。确实要这样，加 --replace-heads，原来的块头会改名留着`);
    }
  }
}

async function load(client: pg.Client, frames: AsyncGenerator<Frame>, beside: Beside): Promise<void> {
  await client.query(sameWords);
  await client.query('begin');
  const schemas = await listSchemas(client);
  const foreign = await dropForeignKeys(client, schemas);
  const tables: string[] = [];
  for (const schema of schemas) tables.push(...(await listTables(client, schema)).map(nameOf));
  await client.query(tables.map((table) => `alter table ${table} disable trigger user; delete from ${table}`).join(';\n'));
  for await (const { kind, payload } of frames) if (kind === 'T') await loadTable(client, told<TableStart>(payload), frames);
  await client.query([...foreign, ...tables.map((table) => `alter table ${table} enable trigger user`)].join(';\n'));
  for (const [name, { last, called }] of Object.entries(beside.sequences)) await client.query('select setval($1::regclass, $2, $3)', [name, last, called]);
  await client.query('commit');
}

/** Tables are loaded by name, not by who refers to whom: references are put back, and checked, when all is there. Answers how to put them back. */
async function dropForeignKeys(client: pg.Client, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ owner: string; name: string; definition: string }>(
    `select conrelid::regclass::text as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f' and connamespace::regnamespace::text = any ($1) order by 1, 2`, [schemas]);
  const owners = [...Map.groupBy(rows, (one) => one.owner)];
  await client.query(owners.map(([owner, all]) => `alter table ${owner} ${all.map((one) => `drop constraint ${one.name}`).join(', ')}`).join(';\n'));
  return owners.map(([owner, all]) => `alter table ${owner} ${all.map((one) => `add constraint ${one.name} ${one.definition}`).join(', ')}`);
}

async function loadTable(client: pg.Client, table: TableStart, frames: AsyncGenerator<Frame>): Promise<void> {
  const stream = client.query(copyFrom(`copy ${nameOf({ schema: table.schema, name: table.table })} (${columnsOf(table.columns)}) from stdin`));
  const failed = new Promise<never>((_done, fail) => { stream.once('error', fail); });
  failed.catch(() => {});
  for (;;) {
    const { value: next } = await frames.next() as { value?: Frame };
    if (next?.kind === 'D') {
      if (!stream.write(next.payload)) await Promise.race([once(stream, 'drain'), failed]);
      continue;
    }
    stream.end();
    await Promise.race([once(stream, 'finish'), failed]);
    return;
  }
}

/** The heads of the backup, where none are kept here; those kept here and not beyond it stay as they are. */
function placeHeads(header: BackupHeader, beside: Beside, { dataDir, replaceHeads }: RestoreOptions): void {
  for (const { code, lastBlock } of header.cities) {
    const file = headsFile({ dataDir, code });
    const here = readHeads(file);
    if (here !== undefined && replaceHeads && here.last > lastBlock) renameSync(file, `${file}.before-restore-${Date.now()}`);
    else if (here !== undefined && here.last > 0) continue;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, beside.heads[code] ?? '', { mode: 0o600 });
  }
}

function explain(error: unknown, file: string): unknown {
  const { code, message } = error as { code?: string; message?: string };
  if (error instanceof PlainProblem) return error;
  if (code === 'ENOENT') return new PlainProblem(`没有这个文件：${file}`);
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR' || message === 'the file ends inside a frame') return new PlainProblem('备份文件坏了或者不完整，什么也没有恢复');
  if (code === '42501') return new PlainProblem('这个数据库登录的权限不够：恢复要用超级用户，或者能建角色、带 BYPASSRLS 的角色');
  return error;
}

const differing = (now: Readonly<Record<string, TableEnd>>, then: Readonly<Record<string, TableEnd>>): string =>
  [...new Set([...Object.keys(now), ...Object.keys(then)])].filter((name) => now[name]?.sha256 !== then[name]?.sha256).join('、');
