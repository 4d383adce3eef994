import { existsSync, readFileSync } from 'node:fs';
import type { PoolClient } from 'pg';
import { stand, type City } from '../db/city.ts';
import { blockText, headsFile, merkleRoot } from './seal-block.ts';
import { signedText, type DigestRow, type SignedContent } from './sign-command.ts';

/** What is wrong with the record, in words: which row, which command, which block. Empty = whole. */
export interface AuditReport { readonly commands: number; readonly blocks: number; readonly sealedRows: number; readonly unsealed: number; readonly findings: readonly string[] }

/**
 * Reads the whole record again: every signature, every digest of rows, every block and its chain, and the heads kept outside the database.
 * Finds a changed, inserted or removed row, a cut tail, and a whole rewrite by someone with database rights but not the keys.
 */
export async function verifyAudit(city: City): Promise<AuditReport> {
  const client = await city.pool.connect();
  const findings: string[] = [];
  try {
    await client.query('begin isolation level repeatable read read only');
    await stand(client, city, { role: 'definer', divisions: [], person: null, auditor: true, actor: 'audit' });
    const commands = await verifyCommands(client, city, findings);
    const sealedRows = await verifyTables(client, findings);
    const { blocks, unsealed } = await verifyBlocks(client, city, findings);
    await client.query('rollback');
    return { commands, blocks, sealedRows, unsealed, findings };
  } finally {
    client.release();
  }
}

async function verifyCommands(client: PoolClient, city: City, findings: string[]): Promise<number> {
  const { rows: left } = await client.query<{ name: string; left_out: string[] }>('select name, left_out from sealed_table');
  const leftOut = new Map(left.map((t) => [t.name, t.left_out]));
  const { rows } = await client.query<{
    id: number; command: string; account_id: number | null; post_id: number | null; person_id: number | null; business_day: string; at: string; body_digest: Buffer; digests: DigestRow[]; key_id: string; mac: Buffer;
  }>('select id, command, account_id, post_id, person_id, business_day, at, body_digest, digests, key_id, mac from command_log order by id');
  for (const row of rows) {
    const content: SignedContent = {
      id: row.id, command: row.command, account: row.account_id, post: row.post_id, person: row.person_id, day: row.business_day, at: row.at, body: row.body_digest.toString('hex'), digests: row.digests,
    };
    if (!city.keys.verifyMac(signedText(content), row.key_id, row.mac)) findings.push(`操作 ${row.id}（${row.command}）的签名不对：这一行被改过`);
    for (const digest of row.digests) await verifyDigest(client, row.id, digest, leftOut.get(digest.table), findings);
  }
  return rows.length;
}

async function verifyDigest(client: PoolClient, command: number, digest: DigestRow, leftOut: readonly string[] | undefined, findings: string[]): Promise<void> {
  if (!leftOut) { findings.push(`操作 ${command} 写过的表 ${digest.table} 不在封存表里`); return; }
  const { rows: [now] } = digest.op === 'close'
    ? await client.query<{ rows: number; digest: Buffer | null }>(
      `select count(*) as rows, sha256(string_agg(convert_to(id::text, 'UTF8'), ','::bytea order by id)) as digest from ${digest.table} where known_to = $1 and id between $2 and $3`, [command, digest.first, digest.last])
    : await client.query<{ rows: number; digest: Buffer | null }>('select rows, digest from sealed_digest($1::regclass, $2, $3, $4, $5)', [digest.table, command, digest.first, digest.last, leftOut]);
  if (now?.rows !== digest.rows) findings.push(`表 ${digest.table}：操作 ${command} 写了 ${digest.rows} 行，现在有 ${now?.rows ?? 0} 行`);
  else if (now.digest?.toString('hex') !== digest.digest) findings.push(`表 ${digest.table}：操作 ${command} 写的行（${digest.first}–${digest.last}）被改过`);
}

/** Rows nobody signed for, table by table. */
async function verifyTables(client: PoolClient, findings: string[]): Promise<number> {
  const { rows: tables } = await client.query<{ name: string; closes: boolean }>('select name, closes from sealed_table order by name');
  let total = 0;
  for (const { name, closes } of tables) {
    const { rows: [count] } = await client.query<{ rows: number }>(`select count(*) as rows from ${name}`);
    total += count?.rows ?? 0;
    const { rows: strays } = await client.query<{ command_id: number; have: number; signed: number }>(
      `select r.command_id, r.have, coalesce(s.signed, 0) as signed
         from (select command_id, count(*) as have from ${name} group by command_id) r
         left join (select l.id, sum((d->>'rows')::bigint) as signed from command_log l, jsonb_array_elements(l.digests) d where d->>'table' = $1 and d->>'op' = 'insert' group by l.id) s on s.id = r.command_id
        where r.have is distinct from coalesce(s.signed, 0)::bigint order by 1 limit 20`, [name]);
    for (const stray of strays) findings.push(`表 ${name}：操作 ${stray.command_id} 名下有 ${stray.have} 行，签过名的是 ${stray.signed} 行`);
    if (!closes) continue;
    const { rows: closed } = await client.query<{ known_to: number }>(
      `select distinct known_to from ${name} where known_to is not null and not exists (
         select 1 from command_log l, jsonb_array_elements(l.digests) d where l.id = known_to and d->>'table' = $1 and d->>'op' = 'close') limit 20`, [name]);
    for (const row of closed) findings.push(`表 ${name}：有行写着由操作 ${row.known_to} 更正，但该操作没有更正过它`);
  }
  return total;
}

async function verifyBlocks(client: PoolClient, city: City, findings: string[]): Promise<{ blocks: number; unsealed: number }> {
  const { rows: blocks } = await client.query<{ no: number; commands: number; root: Buffer; previous: Buffer; key_id: string; mac: Buffer }>('select no, commands, root, previous, key_id, mac from audit_block order by no');
  const { rows: leaves } = await client.query<{ block_no: number | null; mac: Buffer }>('select block_no, mac from command_log order by block_no nulls last, id');
  const byBlock = Map.groupBy(leaves, (leaf) => leaf.block_no);
  const heads = readHeads(city);
  let previous: Buffer = Buffer.alloc(32);
  for (const [index, block] of blocks.entries()) {
    if (block.no !== index + 1) findings.push(`封存块 ${index + 1} 不见了`);
    const inside = byBlock.get(block.no) ?? [];
    const root = merkleRoot(inside.map((leaf) => leaf.mac));
    if (inside.length !== block.commands || !root.equals(block.root)) findings.push(`封存块 ${block.no}：里面的操作被改、被加或被删`);
    if (!block.previous.equals(previous)) findings.push(`封存块 ${block.no} 接不上前一块`);
    if (!city.keys.verifyMac(blockText(block.no, block.commands, block.root, block.previous), block.key_id, block.mac)) findings.push(`封存块 ${block.no} 的签名不对`);
    const head = heads.get(block.no);
    if (heads.size > 0 && head !== block.mac.toString('hex') && (head !== undefined || block.no <= Math.max(...heads.keys()))) findings.push(`封存块 ${block.no} 与库外留存的块头不一致`);
    previous = block.mac;
  }
  const lastHead = heads.size === 0 ? 0 : Math.max(...heads.keys());
  if (lastHead > blocks.length) findings.push(`库外留存到第 ${lastHead} 块，库里只到第 ${blocks.length} 块：尾部被截去`);
  return { blocks: blocks.length, unsealed: byBlock.get(null)?.length ?? 0 };
}

function readHeads(city: City): Map<number, string> {
  const file = headsFile(city);
  if (!existsSync(file)) return new Map();
  return new Map(readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => {
    const [no, , mac] = line.split(' ');
    return [Number(no), mac ?? ''] as const;
  }));
}
