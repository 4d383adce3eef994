import { randomUUID } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { z } from 'zod';
import { createTestDatabase } from '../../../../test/harness/database.ts';
import { divisionId, openTestCities, staff, type TestCities } from '../../../../test/harness/city.ts';
import type { Caller } from '../../access/caller.ts';
import { headsFile } from '../../audit/block-heads.ts';
import { sealBlock } from '../../audit/seal-block.ts';
import { verifyAudit } from '../../audit/verify.ts';
import { defineCommand } from '../../contract/door.ts';
import { registerAccount } from '../../registers/household/register-household.ts';
import { registerPerson } from '../../registers/person/register-person.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { demoCities } from '../cities.ts';
import { openCity } from '../city.ts';
import { systemCaller } from '../../jobs/work.ts';
import openRecord from '../../records/commands/open.ts';
import publishDeclaration from '../../records/own/commands/publish-declaration.ts';
import saveDeclaration from '../../records/own/commands/save-declaration.ts';
import makeTables from '../../records/own/jobs/make-tables.ts';
import { command, type CommandOutcome } from '../command.ts';
import { keyFile } from '../key-file.ts';
import { listMigrations } from '../migrate.ts';
import { hashContent } from './city-tables.ts';
import { readBackup } from './read-backup.ts';
import { writeBackup } from './write-backup.ts';

const NUMBER = '442099195801024427';
/** A backup of two small test cities with one invented person, and its keys, which open nothing else. */
const OLDER = join(import.meta.dirname, '../../../../test/harness/older-backup');
let cities: TestCities;
let clerk: Caller;
let village: number;
const folder = mkdtempSync(join(tmpdir(), 'minzheng-backup-'));
const databases: string[] = [];

const meet = defineCommand({
  id: 'test.meet', title: '登记一人', allow: { staff: true }, input: z.strictObject({ name: z.string(), number: z.string() }),
  async run(tx, input, by) {
    const person = await registerPerson(tx, by, {
      name: input.name, sex: 'female', birthDate: '1958-01-02' as PlainDate, hukouKind: 'urban', hukouDivisionId: village, residenceDivisionId: village, handlingDivisionId: village, document: { kind: 'id-card', number: input.number },
    }, '测试');
    const { id } = await tx.one<{ id: number }>(`insert into household (number, head_person_id, division_id, address, hukou_kind) values ($1, $2, $3, '太平路 3 号\t甲\\乙', 'urban') returning id`, [randomUUID(), person.id, village]);
    await registerAccount(tx, by, { householdId: id, divisionId: village, holderName: input.name, holderPersonId: person.id, agentRelation: null, bankCode: '314', bankName: '农商银行', number: '6228480000000000018', validFrom: '2014-01-01' as PlainDate });
    return person.id;
  },
});
const act = (name: string, number: string) => command(cities.zhongshan, clerk, meet, { name, number }, { key: randomUUID() });
const backup = (name: string) => writeBackup(join(folder, name), { databaseUrl: cities.url, dataDir: cities.zhongshan.dataDir, now: new Date() });

/** A register the city made itself: two editions, the second hides a field, and a record in it. */
async function makeOwnRegister(): Promise<void> {
  const [maker, other] = [await staff(cities, cities.zhongshan, 'elderly-care-clerk', '442000'), await staff(cities, cities.zhongshan, 'administrator', '442000')];
  await staff(cities, cities.zhongshan, 'system', '442000');
  const declaration = { title: '自建的台账', unit: '条', purpose: '备份要带着它。', name: 'f1', fields: [{ key: 'f1', title: '名称', kind: 'text' as const }, { key: 'f2', title: '张数', kind: 'integer' as const }], states: { s1: { title: '在册' } }, keepers: ['town-clerk'] };
  const done = async <T>(outcome: Promise<CommandOutcome<T>>): Promise<T> => { const told = await outcome; if (!told.ok) throw new Error(JSON.stringify(told)); return told.result; };
  const publish = async (edition: object, of: object): Promise<{ register: string; step: number }> => {
    const sent = await done(command(cities.zhongshan, maker, saveDeclaration, { ...of, declaration: edition, send: true }, { key: randomUUID() }));
    const at = await done(command(cities.zhongshan, other, publishDeclaration, { register: sent.register, seen: sent.step }, { key: randomUUID() }));
    await makeTables.run(cities.zhongshan, { register: at.register, step: at.step }, { id: 1, attempts: 1, caller: await systemCaller(cities.zhongshan) });
    const { rows: [last] } = await cities.owner.query<{ id: string }>('select max(id) as id from city_442000.register_declaration');
    return { register: at.register, step: Number(last?.id) };
  };
  const first = await publish(declaration, {});
  await publish({ ...declaration, fields: [{ key: 'f3', title: '日期', kind: 'date' }, declaration.fields[0]] }, { register: first.register, seen: first.step });
  await done(command(cities.zhongshan, clerk, openRecord, { register: first.register, division: village, openedOn: '2014-11-03', values: { f1: '甲', f3: '2014-11-01' } }, { key: randomUUID() }));
}

async function emptyDatabase(): Promise<string> {
  const name = `restore_${process.pid}_${databases.length}`;
  const admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  await admin.query(`create database ${name} template template0`);
  await admin.end();
  databases.push(name);
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${name}`;
  return url.href;
}
const elsewhere = (): string => { const dir = mkdtempSync(join(tmpdir(), 'minzheng-elsewhere-')); cpSync(join(cities.zhongshan.dataDir, 'keys'), join(dir, 'keys'), { recursive: true }); return dir; };
async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try { return await work(client); } finally { await client.end(); }
}
/** What holds the rows together and keeps them apart, counted; of tables not called so. */
const shape = (where: string, besides = '^$') => asOwner(where, async (client) => (await client.query(
  `select (select count(*)::int from pg_constraint where contype = 'f' and connamespace::regnamespace::text like 'city%' and conrelid::regclass::text !~ $1) as fk, (select count(*)::int from pg_trigger where not tgisinternal and tgenabled = 'O' and tgrelid::regclass::text !~ $1) as triggers, (select count(*)::int from pg_class where relforcerowsecurity and oid::regclass::text !~ $1) as forced, (select count(*)::int from pg_policy where polrelid::regclass::text !~ $1) as policies`, [besides])).rows);
const isEmpty = (url: string) => asOwner(url, async (client) => (await client.query(`select 1 from pg_namespace where nspname like 'city%'`)).rowCount === 0);

beforeAll(async () => {
  cities = await openTestCities();
  clerk = await staff(cities, cities.zhongshan, 'town-clerk', '442000001');
  village = await divisionId(cities, cities.zhongshan, '442000001001');
  expect(await act('陈秀英', NUMBER)).toMatchObject({ ok: true });
  expect(await act('黄志强', '442099195301023015')).toMatchObject({ ok: true });
  await makeOwnRegister();
  // other tests on the same server may hold the sealer back for a moment
  await vi.waitUntil(() => sealBlock(cities.zhongshan), { timeout: 25_000, interval: 50 });
});
afterAll(async () => {
  await cities.close();
  const admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  for (const name of databases) await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
});

describe('backup and restore', () => {
  test('while somebody writes: one moment of both cities, restored elsewhere with the same content; the record verifies, numbers are found, the next number follows', { timeout: 120_000 }, async () => {
    let isWriting = true;
    const writer = (async () => { for (let at = 0; isWriting && at < 200; at += 1) await act(`写${at}`, `44209919${60 + (at % 30)}0102${String(at % 1000).padStart(3, '0')}X`); })();
    const made = await backup('whole.mzb');
    isWriting = false;
    await writer;
    expect(readdirSync(folder)).toEqual(['whole.mzb']);
    expect(made.header.cities.map((city) => city.code)).toEqual(['440100', '442000']);
    // one moment: every person of the backup has the version and the document written in the same command
    const { tables } = made.manifest;
    expect(tables['city_442000.person_version']?.rows).toBe(tables['city_442000.person']?.rows);
    expect(tables['city_442000.person_document']?.rows).toBe(tables['city_442000.person']?.rows);

    const [url, dataDir] = [await emptyDatabase(), elsewhere()];
    // heads kept here beyond the backup are given up only knowingly
    const heads = headsFile({ dataDir, code: '442000' });
    cpSync(join(cities.zhongshan.dataDir, 'audit'), join(dataDir, 'audit'), { recursive: true });
    writeFileSync(heads, `999 1 ${'ab'.repeat(32)}\n`, { flag: 'a' });
    await expect(readBackup(join(folder, 'whole.mzb'), { databaseUrl: url, dataDir })).rejects.toThrow(/留到第 999 块，备份只到第 \d+ 块/);
    const restored = await readBackup(join(folder, 'whole.mzb'), { databaseUrl: url, dataDir, replaceHeads: true });
    expect(readdirSync(join(dataDir, 'audit')).filter((name) => name.includes('before-restore'))).toHaveLength(1);
    expect(restored.newer).toEqual([]);
    // a register the city made itself comes with its tables, the hidden field's column too
    const { rows: [own] } = await asOwner(url, (client) => client.query(`select f1, f2, f3::text from city_442000.own_1`));
    expect(own).toEqual({ f1: '甲', f2: null, f3: '2014-11-01' });
    expect((await asOwner(url, hashContent)).contentHash).toBe(made.manifest.contentHash);
    const city = openCity(demoCities.find((one) => one.code === '442000')!, { databaseUrl: url, dataDir });
    expect((await verifyAudit(city)).findings).toEqual([]);
    expect(await command(city, clerk, meet, { name: '陈秀英', number: NUMBER }, { key: randomUUID() })).toMatchObject({ ok: true, result: 1 });
    const fresh = await command(city, clerk, meet, { name: '新人', number: '442099199001011238' }, { key: randomUUID() });
    expect(fresh).toMatchObject({ ok: true });
    const { rows: [row] } = await city.pool.query<{ cipher: Buffer }>('select number_cipher as cipher from city_442000.person_document where person_id = 1');
    expect(city.keys.open(row!.cipher)).toBe(NUMBER);
    await sealBlock(city);
    expect((await verifyAudit(city)).findings).toEqual([]);
    await city.close();
    // references, row protection and triggers are all back
    expect(await shape(url)).toEqual(await shape(cities.url));
  });

  test('only into an empty database, only with its keys, and whatever goes wrong leaves it empty', async () => {
    await backup('second.mzb');
    const file = join(folder, 'second.mzb');
    const dataDir = elsewhere();
    await expect(readBackup(file, { databaseUrl: cities.url, dataDir })).rejects.toThrow(/已经有城市的数据/);
    const url = await emptyDatabase();
    const bare = mkdtempSync(join(tmpdir(), 'minzheng-bare-'));
    await expect(readBackup(file, { databaseUrl: url, dataDir: bare })).rejects.toThrow(/缺.*密钥文件/);
    expect(existsSync(keyFile({ dataDir: bare, code: '442000' }))).toBe(false);
    writeFileSync(keyFile({ dataDir, code: '442000' }), readFileSync(keyFile({ dataDir, code: '440100' })));
    await expect(readBackup(file, { databaseUrl: url, dataDir })).rejects.toThrow(/另一把密钥 k1/);

    const broken = join(folder, 'broken.mzb');
    copyFileSync(file, broken);
    truncateSync(broken, Math.floor(readFileSync(file).length * 0.7));
    await expect(readBackup(broken, { databaseUrl: url, dataDir: elsewhere() })).rejects.toThrow(/坏了或者不完整/);
    // one character of one name, packed again so that the packing itself is whole
    const raw = gunzipSync(readFileSync(file));
    raw.write('陈秀丽', raw.indexOf('陈秀英'));
    writeFileSync(broken, gzipSync(raw));
    await expect(readBackup(broken, { databaseUrl: url, dataDir: elsewhere() })).rejects.toThrow(/与清单不符/);
    expect(await isEmpty(url)).toBe(true);
    writeFileSync(broken, 'not a backup');
    await expect(readBackup(broken, { databaseUrl: url, dataDir: elsewhere() })).rejects.toThrow(/坏了|不是/);
  });

  test('one made before the last changes of the database: restored as it was, then brought up to now; it verifies, is worked in, and is of the same shape', { timeout: 120_000 }, async () => {
    // made in November 2026, when 77 changes of the database were known; its signed rows and digests are those of that day
    const dataDir = mkdtempSync(join(tmpdir(), 'minzheng-elsewhere-'));
    cpSync(join(OLDER, 'keys'), join(dataDir, 'keys'), { recursive: true });
    const url = await emptyDatabase();
    const restored = await readBackup(join(OLDER, 'cities.mzb'), { databaseUrl: url, dataDir });
    expect(restored.newer).toHaveLength(listMigrations().length - 77);
    expect(restored.newer.length).toBeGreaterThan(8);
    const now = openCity(demoCities.find((one) => one.code === '442000')!, { databaseUrl: url, dataDir });
    expect((await verifyAudit(now)).findings).toEqual([]);
    expect(await command(now, clerk, meet, { name: '新人', number: '442099199001011238' }, { key: randomUUID() })).toMatchObject({ ok: true });
    await vi.waitUntil(() => sealBlock(now), { timeout: 25_000, interval: 50 });
    expect((await verifyAudit(now)).findings).toEqual([]);
    await now.close();
    const fresh = await createTestDatabase();
    expect(await shape(url)).toEqual(await shape(fresh.url));
    await fresh.drop();
  });

  test('one of an unknown migration is refused', async () => {
    const raw = gunzipSync(readFileSync(join(folder, 'second.mzb')));
    const end = 5 + raw.readUInt32BE(1);
    const header = JSON.parse(raw.subarray(5, end).toString('utf8')) as { cities: { migrations: Record<string, string> }[] };
    for (const city of header.cities) city.migrations['99991231000000_tomorrow'] = 'x';
    const text = Buffer.from(JSON.stringify(header));
    const head = Buffer.concat([Buffer.from('H'), Buffer.alloc(4)]);
    head.writeUInt32BE(text.length, 1);
    writeFileSync(join(folder, 'newer.mzb'), gzipSync(Buffer.concat([head, text, raw.subarray(end)])));
    await expect(readBackup(join(folder, 'newer.mzb'), { databaseUrl: await emptyDatabase(), dataDir: elsewhere() })).rejects.toThrow(/备份比程序新/);
  });

  test('a backup broken off leaves no file; a name that is taken is not written over; there is no key in it', async () => {
    const stop = new AbortController();
    const file = join(folder, 'stopped.mzb');
    setTimeout(() => stop.abort(), 30);
    await expect(writeBackup(file, { databaseUrl: cities.url, dataDir: cities.zhongshan.dataDir, now: new Date(), signal: stop.signal })).rejects.toThrow(/停下了/);
    expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
    await expect(backup('whole.mzb')).rejects.toThrow(/已经有了/);
    const raw = gunzipSync(readFileSync(join(folder, 'whole.mzb'))).toString('latin1');
    const { keys } = JSON.parse(readFileSync(keyFile(cities.zhongshan), 'utf8')) as { keys: Record<string, Record<string, string>> };
    for (const secret of ['encrypt', 'authenticate', 'find', 'seal']) expect(raw).not.toContain(keys['k1']?.[secret]);
  });
});
