import type { PoolClient } from 'pg';
import { stand, type City } from '../db/city.ts';
import { headsFile, readHeads } from './block-heads.ts';
import { Findings } from './findings.ts';
import { readingText, type ReadingContent } from './log-reading.ts';
import { otherHeadsFile } from './send-heads.ts';
import { signedText, type DigestRow, type SignedContent } from './sign-command.ts';
import { isSigned, readBlocks, verifyBlocks, verifyHeads, type Entry } from './verify-blocks.ts';
import { verifyTables } from './verify-tables.ts';

/** What is wrong with the record, in words: which row, which command, which block. Empty = whole. */
export interface AuditReport {
  readonly commands: number; readonly readings: number; readonly blocks: number; readonly sealedRows: number;
  /** Commands and readings not yet in a block: the last second, or a worker that stands still. */
  readonly unsealed: number;
  readonly findings: readonly string[]; readonly found: number;
  readonly seconds: number;
}

/**
 * Reads the whole record again: every signature, every digest of rows, every block and its chain, and the heads kept outside the database.
 * Finds a changed, inserted or removed row, a changed order, a cut tail, and a whole rewrite by someone with database rights but not the keys,
 * or with an old copy of the database. `moreHeads`: files of heads somebody else kept.
 */
export async function verifyAudit(city: City, moreHeads: readonly string[] = []): Promise<AuditReport> {
  const began = performance.now();
  const findings = new Findings();
  const files = [...new Set([headsFile(city), ...otherHeadsFile(city), ...moreHeads])];
  const before = new Map(files.map((file) => [file, readHeads(file)]));
  const client = await city.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin isolation level repeatable read');
    await stand(client, city, { role: 'definer', divisions: [], person: null, auditor: true, actor: 'audit' });
    await client.query(`set local timezone = 'UTC'; set local datestyle = 'ISO'; set local bytea_output = 'hex'; set local intervalstyle = 'postgres'; set local jit = off; set local work_mem = '128MB'`);
    city.keys.refresh();
    const commands = await verifyCommands(client, city, findings);
    const readings = await verifyReadings(client, city, findings);
    const blocks = await readBlocks(client);
    verifyBlocks(blocks, commands, readings, city.keys, findings);
    const sealedRows = await verifyTables(client, findings);
    await client.query('rollback');
    for (const file of files) verifyHeads(blocks, before.get(file), readHeads(file), findings);
    const unsealed = [...commands, ...readings].filter((one) => one.blockNo === null).length;
    return { commands: commands.length, readings: readings.length, blocks: blocks.length, sealedRows, unsealed, findings: findings.list(), found: findings.count, seconds: (performance.now() - began) / 1000 };
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => { broken = lost; });
    throw error;
  } finally {
    client.release(broken);
  }
}

const PIECE = 20_000;

/** All rows of a log in the order of their numbers, some at a time. */
async function* readLog<Row extends { readonly id: number }>(client: PoolClient, columns: string, table: string): AsyncGenerator<Row> {
  for (let after = -1; ;) {
    const { rows } = await client.query<Row>(`select ${columns} from ${table} where id > $1 order by id limit ${PIECE}`, [after]);
    yield* rows;
    if (rows.length < PIECE) return;
    after = rows.at(-1)?.id ?? after;
  }
}

interface CommandRow { readonly id: number; readonly command: string; readonly account_id: number | null; readonly post_id: number | null; readonly person_id: number | null; readonly business_day: string; readonly at: string; readonly body_digest: Buffer; readonly digests: DigestRow[]; readonly key_id: string; readonly mac: Buffer; readonly block_no: number | null }

async function verifyCommands(client: PoolClient, city: City, findings: Findings): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const row of readLog<CommandRow>(client, 'id, command, account_id, post_id, person_id, business_day, at, body_digest, digests, key_id, mac, block_no', 'command_log')) {
    const content: SignedContent = {
      id: row.id, command: row.command, account: row.account_id, post: row.post_id, person: row.person_id, day: row.business_day, at: row.at, body: row.body_digest.toString('hex'), digests: row.digests,
    };
    if (!isSigned(city.keys, signedText(content), row.key_id, row.mac)) findings.add('command', `操作 ${row.id}（${row.command}）的签名不对：这一行被改过，或者不是平台写的`);
    entries.push({ blockNo: row.block_no, mac: row.mac });
  }
  return entries;
}

interface ReadingRow { readonly id: number; readonly query: string; readonly account_id: number | null; readonly post_id: number | null; readonly person_id: number | null; readonly purpose: string | null; readonly subjects: readonly (string | number)[]; readonly subject_kind: string; readonly business_day: string; readonly at: string; readonly nonce: Buffer | null; readonly key_id: string; readonly mac: Buffer; readonly block_no: number | null }

async function verifyReadings(client: PoolClient, city: City, findings: Findings): Promise<Entry[]> {
  const entries: Entry[] = [];
  const seen = new Map<string, number>();
  for await (const row of readLog<ReadingRow>(client, 'id, query, account_id, post_id, person_id, purpose, subjects, subject_kind, business_day, at, nonce, key_id, mac, block_no', 'read_log')) {
    const content: ReadingContent = {
      query: row.query, account: row.account_id, post: row.post_id, person: row.person_id, purpose: row.purpose, kind: row.subject_kind, ids: row.subjects.map(Number), day: row.business_day, at: row.at,
      ...(row.nonce ? { nonce: row.nonce.toString('hex') } : {}),
    };
    if (!isSigned(city.keys, readingText(content), row.key_id, row.mac)) findings.add('reading', `查看记录 ${row.id}（${row.query}）的签名不对：这一行被改过，或者不是平台写的`);
    if (row.nonce) {
      const twin = seen.get(row.nonce.toString('latin1'));
      if (twin !== undefined) findings.add('reading', `查看记录 ${row.id} 是从 ${twin} 抄来的`);
      seen.set(row.nonce.toString('latin1'), row.id);
    }
    entries.push({ blockNo: row.block_no, mac: row.mac });
  }
  return entries;
}
