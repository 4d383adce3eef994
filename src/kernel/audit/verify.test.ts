import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { divisionId, openTestCities, staff, type TestCities } from '../../../test/harness/city.ts';
import type { Caller } from '../access/caller.ts';
import { defineCommand, defineQuery } from '../contract/door.ts';
import type { City } from '../db/city.ts';
import { command } from '../db/command.ts';
import { openKeyring } from '../db/keyring.ts';
import { query } from '../db/query.ts';
import { registerPerson } from '../registers/person/register-person.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { announceHead, headsFile, keepHead } from './block-heads.ts';
import { readingText } from './log-reading.ts';
import { blockText, sealBlock } from './seal-block.ts';
import { merkleRoot } from './merkle-root.ts';
import { sendHeads } from './send-heads.ts';
import { signedText } from './sign-command.ts';
import { verifyAudit } from './verify.ts';

const s = 'city_442000';
let cities: TestCities;
let zs: City;
let clerk: Caller;
let village: number;
let born = 0;

const meet = defineCommand({
  id: 'test.meet', title: '登记一人', allow: { staff: true }, input: z.strictObject({ name: z.string() }),
  run: (tx, input, by) => registerPerson(tx, by, {
    name: input.name, sex: 'female', birthDate: '1958-01-02' as PlainDate, hukouKind: 'urban', hukouDivisionId: village, residenceDivisionId: village, handlingDivisionId: village,
    document: { kind: 'passport', number: `G${1_000_000 + (born += 1)}` },
  }, '测试'),
});
const look = defineQuery({
  id: 'test.look', title: '看名字', allow: { staff: true }, input: z.strictObject({}), sensitive: true,
  async run(tx, _input, by) {
    const rows = await tx.rows<{ id: number }>('select id from person order by id limit 3');
    by.saw('person', rows.map((r) => r.id), '核对身份');
    return rows.length;
  },
});
const act = async (name: string): Promise<void> => { expect((await command(zs, clerk, meet, { name }, { key: randomUUID() })).ok).toBe(true); };
const see = async (): Promise<void> => { expect((await query(zs, clerk, look, {})).ok).toBe(true); };
/** Everything open goes into one block. The sealer never passes a running transaction, and other tests on the same server may hold one for a moment. */
const seal = async (): Promise<void> => {
  const held = `select exists (select 1 from ${s}.command_log where block_no is null and xid >= pg_snapshot_xmin(pg_current_snapshot())) or exists (select 1 from ${s}.read_log where block_no is null and xid >= pg_snapshot_xmin(pg_current_snapshot())) as held`;
  await vi.waitUntil(async () => (await cities.owner.query<{ held: boolean }>(held)).rows[0]?.held === false, { timeout: 25_000, interval: 50 });
  await sealBlock(zs);
};
const findings = async (): Promise<string> => (await verifyAudit(zs)).findings.join('；');
const owner = async (sql: string): Promise<void> => { await cities.owner.query(`set session_replication_role = replica; ${sql}; set session_replication_role = origin`); };
/** What is found after a change with the rights of the database's owner; the change is taken back. */
async function planted(sql: string): Promise<string> {
  const tables = ['command_log', 'read_log', 'audit_block', 'person_version', 'person_document'];
  await owner(tables.map((t) => `create temp table was_${t} as select * from ${s}.${t}`).join(';'));
  try {
    await owner(sql);
    return await findings();
  } finally {
    await owner(tables.map((t) => `delete from ${s}.${t}; insert into ${s}.${t} overriding system value select * from was_${t}; drop table was_${t}`).join(';'));
  }
}

beforeAll(async () => {
  cities = await openTestCities();
  zs = cities.zhongshan;
  clerk = await staff(cities, zs, 'town-clerk', '442000001');
  village = await divisionId(cities, zs, '442000001001');
  for (const name of ['甲', '乙', '丙']) { await act(name); await see(); await see(); await seal(); }
});
afterAll(() => cities.close());
afterEach(async () => { expect(await findings()).toBe(''); });

describe('planted with the rights of the owner of the database', () => {
  test('who looked at whom: changed, inserted, copied, removed, put in another order', async () => {
    expect(await planted(`update ${s}.read_log set subjects = '{999}' where id = 2`)).toMatch(/查看记录 2（test.look）的签名不对/);
    expect(await planted(`update ${s}.read_log set purpose = '别的' where id = 3`)).toMatch(/查看记录 3/);
    expect(await planted(`delete from ${s}.read_log where id = 3`)).toMatch(/封存块 2.*封了 2 条查看记录，现在有 1 条：有的被删掉了/);
    const columns = 'query, account_id, post_id, person_id, purpose, subjects, subject_kind, business_day, at, nonce, key_id, mac, block_no, xid';
    expect(await planted(`insert into ${s}.read_log (${columns}) select ${columns} from ${s}.read_log where id = 3`)).toMatch(/抄来的.*后来塞进去的/);
    expect(await planted(`insert into ${s}.read_log (${columns}) select ${columns.replace('block_no, ', 'null, ').replace('nonce, ', 'null, ')} from ${s}.read_log where id = 3`)).toMatch(/签名不对/);
    expect(await planted(`alter table ${s}.read_log alter column id drop identity; update ${s}.read_log set id = 1007 - id where id in (3, 4); update ${s}.read_log set id = id - 1000 where id > 1000; alter table ${s}.read_log alter column id add generated always as identity (start 100)`)).toMatch(/封存块 2.*查看记录被改过或调换过次序/);
    expect(await planted(`update ${s}.read_log set block_no = 3 - block_no where block_no in (1, 2)`)).toMatch(/封存块 1.*封存块 2/);
  });

  test('the commands: changed, inserted, removed, put in another block or order', async () => {
    expect(await planted(`update ${s}.command_log set account_id = 77 where id = 2`)).toMatch(/操作 2（test.meet）的签名不对/);
    expect(await planted(`delete from ${s}.command_log where id = 2`)).toMatch(/封存块 2.*封了 1 项操作，现在有 0 项：有的被删掉了.*操作 2 名下有 1 行没有签过名/);
    expect(await planted(`insert into ${s}.command_log select 99, command, account_id, post_id, person_id, business_day, at, body_digest, '[]', key_id, mac, xid, 1 from ${s}.command_log where id = 1`)).toMatch(/操作 99.*签名不对.*后来塞进去的/);
    expect(await planted(`update ${s}.command_log set block_no = 3 - block_no where id in (1, 2)`)).toMatch(/封存块 1.*操作被改过或调换过次序.*封存块 2/);
    expect(await planted(`update ${s}.command_log set id = id + 100`)).toMatch(/操作 101.*签名不对/);
  });

  test('the blocks: changed, one removed in the middle, a cut tail with everything in it', async () => {
    expect(await planted(`update ${s}.audit_block set commands = 5 where no = 2`)).toMatch(/封存块 2.*签名不对/);
    expect(await planted(`delete from ${s}.audit_block where no = 2`)).toMatch(/封存块 2 不见了/);
    expect(await planted(`delete from ${s}.audit_block where no = 3; delete from ${s}.command_log where block_no = 3; delete from ${s}.read_log where block_no = 3; delete from ${s}.person_version where command_id = 3; delete from ${s}.person_document where command_id = 3`))
      .toMatch(/库外留存到第 3 块.*库里只到第 2 块：尾部被截去/);
  });

  test('rows of a sealed table: changed, inserted, removed, opened again after they were closed', async () => {
    expect(await planted(`update ${s}.person_version set name = '改名' where id = 1`)).toMatch(/表 person_version：操作 1 写的行.*被改过/);
    expect(await planted(`delete from ${s}.person_document where id = 1`)).toMatch(/表 person_document：操作 1 写了 1 行.*现在有 0 行/);
    const inserted = await planted(`insert into ${s}.person_version (id, person_id, valid_from, valid_to, known_from, name, sex, reason, command_id) overriding system value values (9999, 2, '1900-01-01', '1900-02-01', 0, '多', 'male', '塞', 1)`);
    expect(inserted).toMatch(/表 person_version：操作 1 名下有 1 行没有签过名（编号 9999）/);
    expect(await planted(`update ${s}.person_version set known_to = 3 where id = 1`)).toMatch(/写着由操作 3 更正/);
  });

  test('a whole rewrite, signed again by somebody without the key: with a key of their own under our name, and under another', async () => {
    for (const name of ['k1', 'k9']) {
      const found = await rewritten(name);
      expect(found).toMatch(/操作 1（test.meet）的签名不对/);
      expect(found).toMatch(/封存块 1.*的签名不对/);
      expect(found).toMatch(/与库外留存的块头不一致/);
    }
  });
});

/** Everything signed again from the first row on, as the database's owner can, with a key that is not ours. */
async function rewritten(keyId: string): Promise<string> {
  const other = openKeyring(join(mkdtempSync(join(tmpdir(), 'minzheng-forger-')), 'keys.json'));
  const { rows: commands } = await zs.pool.query(`select id, command, account_id, post_id, person_id, business_day, at, body_digest, digests, block_no from ${s}.command_log order by id`);
  const { rows: readings } = await zs.pool.query(`select id, query, account_id, post_id, person_id, purpose, subjects, subject_kind, business_day, at, nonce, block_no from ${s}.read_log order by id`);
  const updates: string[] = [`update ${s}.person_version set name = '改名' where id = 1`];
  const macs = { commands: new Map<number, Buffer[]>(), readings: new Map<number, Buffer[]>() };
  const note = (into: Map<number, Buffer[]>, block: number, mac: Buffer): void => { into.set(block, [...into.get(block) ?? [], mac]); };
  for (const c of commands) {
    const mac = other.mac(signedText({ id: c.id, command: c.command, account: c.account_id, post: c.post_id, person: c.person_id, day: c.business_day, at: c.at, body: c.body_digest.toString('hex'), digests: c.digests }));
    note(macs.commands, c.block_no, mac);
    updates.push(`update ${s}.command_log set mac = '\\x${mac.toString('hex')}', key_id = '${keyId}' where id = ${c.id}`);
  }
  for (const r of readings) {
    const mac = other.mac(readingText({ query: r.query, account: r.account_id, post: r.post_id, person: r.person_id, purpose: r.purpose, kind: r.subject_kind, ids: r.subjects.map(Number), day: r.business_day, at: r.at, nonce: r.nonce.toString('hex') }));
    note(macs.readings, r.block_no, mac);
    updates.push(`update ${s}.read_log set mac = '\\x${mac.toString('hex')}', key_id = '${keyId}' where id = ${r.id}`);
  }
  let previous = Buffer.alloc(32);
  for (const no of macs.commands.keys()) {
    const [inC, inR] = [macs.commands.get(no) ?? [], macs.readings.get(no) ?? []];
    const content = { no, commands: inC.length, root: merkleRoot(inC), readings: inR.length, readRoot: merkleRoot(inR), previous };
    const mac = other.mac(blockText(content)) as Buffer<ArrayBuffer>;
    updates.push(`update ${s}.audit_block set root = '\\x${content.root.toString('hex')}', read_root = '\\x${content.readRoot.toString('hex')}', previous = '\\x${previous.toString('hex')}', mac = '\\x${mac.toString('hex')}', key_id = '${keyId}' where no = ${no}`);
    previous = mac;
  }
  return planted(updates.join(';'));
}

describe('the heads outside the database', () => {
  test('a process killed between the commit and the kept head: nothing is wrong, and the next block puts it right', async () => {
    await act('丁');
    await seal();
    const file = headsFile(zs);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(/^4 1 /);
    writeFileSync(file, `${lines.slice(0, -1).join('\n')}\n`);
    expect(await findings()).toBe('');
    await act('戊');
    await seal();
    expect(readFileSync(file, 'utf8').split('\n').filter((line) => line.startsWith('4 '))).toHaveLength(1);
  });

  test('an announced block that was never committed means nothing; a torn line takes no other with it', async () => {
    announceHead(zs, { no: 6, entries: 1, mac: 'ab'.repeat(32) });
    expect(await findings()).toBe('');
    writeFileSync(headsFile(zs), '6 1 abab', { flag: 'a' });
    await act('己');
    await seal();
    expect(await findings()).toBe('');
  });

  test('no heads, a head of another signature, a head that is missing: each is said', async () => {
    const file = headsFile(zs);
    copyFileSync(file, `${file}.was`);
    rmSync(file);
    expect(await findings()).toMatch(/库外没有块头文件/);
    copyFileSync(`${file}.was`, file);
    writeFileSync(file, readFileSync(file, 'utf8').split('\n').filter((line) => !/^(~ )?2 /.test(line)).join('\n'));
    expect(await findings()).toMatch(/封存块 2.*在库外没有留存块头/);
    copyFileSync(`${file}.was`, file);
  });

  test('the database put back to yesterday and written on: a fork of the heads', async () => {
    const file = headsFile(zs);
    copyFileSync(file, `${file}.was`);
    // yesterday's copy: the newest block and what lies in it never happened
    await owner(`create temp table later as select id from ${s}.command_log where block_no = (select max(no) from ${s}.audit_block)`);
    await owner(`delete from ${s}.person_version where command_id in (select id from later); delete from ${s}.person_document where command_id in (select id from later)`);
    await owner(`delete from ${s}.command_log where id in (select id from later); delete from ${s}.read_log where block_no = (select max(no) from ${s}.audit_block); delete from ${s}.audit_block where no = (select max(no) from ${s}.audit_block); drop table later`);
    expect(await findings()).toMatch(/尾部被截去，或者库被换成了旧的副本/);
    await act('庚');
    await seal();
    expect(await findings()).toMatch(/留过 2 个不同的块头.*库曾被换回旧的状态/);
    // told and judged, the fork is closed by keeping the heads of the state that counts
    const { rows: blocks } = await zs.pool.query<{ no: number; mac: Buffer }>(`select no, mac from ${s}.audit_block order by no`);
    writeFileSync(file, '');
    for (const block of blocks) keepHead(zs, { no: block.no, entries: 0, mac: block.mac.toString('hex') });
  });

  test('a second place holds them too: a folder, from where a rewritten first file is found out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minzheng-heads-'));
    vi.stubEnv('AUDIT_HEADS_TO', folder);
    expect(await sendHeads(zs)).toBeGreaterThan(0);
    expect(await sendHeads(zs)).toBe(0);
    expect(readFileSync(join(folder, '442000.heads'), 'utf8')).toBe(readFileSync(headsFile(zs), 'utf8'));
    expect(await findings()).toBe('');
    writeFileSync(join(folder, '442000.heads'), `99 1 ${'cd'.repeat(32)}\n`, { flag: 'a' });
    expect(await findings()).toMatch(/库外留存到第 99 块/);
    vi.unstubAllEnvs();
    rmSync(join(zs.dataDir, 'audit', '442000.sent'));
  });

  test('an address that does not answer loses nothing: it gets them when it does', async () => {
    const taken: string[] = [];
    let isUp = false;
    const sink = createServer((ask, answer) => {
      let body = '';
      ask.on('data', (piece: Buffer) => { body += piece.toString(); });
      ask.on('end', () => { if (isUp) taken.push(`${ask.headers['x-city'] as string}\n${body}`); answer.writeHead(isUp ? 204 : 503).end(); });
    });
    await new Promise<void>((ready) => { sink.listen(0, '127.0.0.1', ready); });
    const target = `http://127.0.0.1:${(sink.address() as { port: number }).port}/heads`;
    await expect(sendHeads(zs, target)).rejects.toThrow(/not taken/);
    isUp = true;
    expect(await sendHeads(zs, target)).toBeGreaterThan(0);
    expect(taken.join('')).toBe(`442000\n${readFileSync(headsFile(zs), 'utf8')}`);
    sink.close();
  });
});
