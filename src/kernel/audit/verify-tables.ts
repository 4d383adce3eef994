import type { PoolClient } from 'pg';
import type { Findings } from './findings.ts';

interface SealedTable { readonly name: string; readonly left_out: readonly string[]; readonly closes: boolean; readonly signed: boolean }

/**
 * Every row of every sealed table against the digests that were signed for it. Needs `timezone` UTC and `datestyle` ISO, as the triggers had, and a
 * transaction that may make a table of its own. Answers how many rows there are.
 */
export async function verifyTables(client: PoolClient, findings: Findings): Promise<number> {
  await unfoldDigests(client);
  const { rows: tables } = await client.query<SealedTable>(
    `select name, left_out, closes, name in (select table_name from signed_digest) as signed from sealed_table order by name`);
  await findUnknownTables(client, findings);
  let total = 0;
  for (const table of tables) {
    const { rows: [count] } = await client.query<{ rows: number }>(`select count(*) as rows from ${table.name}`);
    const rows = count?.rows ?? 0;
    total += rows;
    if (rows === 0 && !table.signed) continue;
    if (await verifyInserted(client, table, findings) !== rows) await findStrays(client, table, findings);
    if (table.closes) await verifyClosed(client, table, findings);
  }
  return total;
}

/** The digests of all commands, row by row: the log is unfolded once, not once a table. */
async function unfoldDigests(client: PoolClient): Promise<void> {
  await client.query(
    `create temp table signed_digest on commit drop as
     select l.id as command_id, d->>'table' as table_name, d->>'op' as op, (d->>'first')::bigint as low, (d->>'last')::bigint as high, (d->>'rows')::bigint as rows, decode(d->>'digest', 'hex') as digest,
            (d->>'of')::bigint as of, decode(d->>'was', 'hex') as was, (d->>'form')::int as form, n
       from command_log l, jsonb_array_elements(l.digests) with ordinality as d (d, n)`);
  await client.query('create index on signed_digest (table_name, op, command_id); analyze signed_digest');
}

async function findUnknownTables(client: PoolClient, findings: Findings): Promise<void> {
  const { rows } = await client.query<{ name: string; id: number }>('select table_name as name, min(command_id) as id from signed_digest where table_name not in (select name from sealed_table) group by 1 order by 1');
  for (const row of rows) findings.add('unsealed-table', `表 ${row.name} 写过签名的行（操作 ${row.id} 起），现在却不在封存表里`);
}

/** What was signed when rows were written, or when their encrypted values were last written again under another key. */
const expected = `
  signed as (
    select command_id, low, high, rows, digest, form from signed_digest where table_name = $1 and op = 'insert'
  ), again as (
    select of, low, command_id as by_command, was, digest, lag(digest) over (partition by of, low order by command_id) as before, row_number() over (partition by of, low order by command_id desc) as newest
      from signed_digest where table_name = $1 and op = 'rekey'
  ), expected as (
    select s.command_id, s.low, s.high, s.rows, coalesce(a.digest, s.digest) as digest, s.form from signed s left join again a on a.of = s.command_id and a.low = s.low and a.newest = 1
  )`;

/** Answers how many rows stand where they were signed for. */
async function verifyInserted(client: PoolClient, { name, left_out }: SealedTable, findings: Findings): Promise<number> {
  const { rows: [row] } = await client.query<{ text: string }>('select sealed_row($1::regclass, $2) as text', [name, left_out]);
  const text = row?.text ?? 'null';
  const { rows } = await client.query<{ command_id: number; low: number; high: number; rows: number; have: number; whole: boolean }>(
    `with ${expected}, now as (
       select e.command_id, e.low, count(f.id) as have, sha256(string_agg(sha256(convert_to(case when e.form = 2 then ${text} else (jsonb_strip_nulls(to_jsonb(f)) - $2::text[])::text end, 'UTF8')), ''::bytea order by f.id)) as digest
         from expected e join ${name} f on f.command_id = e.command_id and f.id between e.low and e.high group by e.command_id, e.low
     ), judged as (
       select e.command_id, e.low, e.high, e.rows, coalesce(n.have, 0) as have, n.digest is not distinct from e.digest as whole from expected e left join now n using (command_id, low)
     )
     select null::bigint as command_id, null::bigint as low, null::bigint as high, null::bigint as rows, coalesce(sum(have), 0)::bigint as have, true as whole from judged
     union all select * from judged where not whole or have <> rows order by command_id nulls first, low`, [name, left_out]);
  for (const one of rows.slice(1)) {
    findings.add(`row ${name}`, one.have === one.rows
      ? `表 ${name}：操作 ${one.command_id} 写的行（编号 ${one.low}–${one.high}）被改过`
      : `表 ${name}：操作 ${one.command_id} 写了 ${one.rows} 行（编号 ${one.low}–${one.high}），现在有 ${one.have} 行`);
  }
  const { rows: broken } = await client.query<{ of: number; low: number; by_command: number }>(
    `with ${expected} select a.of, a.low, a.by_command from again a left join signed s on s.command_id = a.of and s.low = a.low where a.was is distinct from coalesce(a.before, s.digest) order by 1`, [name]);
  for (const one of broken) findings.add(`rekey ${name}`, `表 ${name}：操作 ${one.by_command} 换密钥时，操作 ${one.of} 写的行（编号 ${one.low} 起）已经不是签过名的样子`);
  return rows[0]?.have ?? 0;
}

async function findStrays(client: PoolClient, { name }: SealedTable, findings: Findings): Promise<void> {
  const { rows } = await client.query<{ command_id: number; ids: string; have: number }>(
    `with ${expected}, stray as (
       select f.id, f.command_id, row_number() over (partition by f.command_id order by f.id) as nth from ${name} f
        where not exists (select 1 from signed s where s.command_id = f.command_id and f.id between s.low and s.high)
     )
     select command_id, count(*) as have, string_agg(id::text, '、' order by id) filter (where nth <= 5) as ids from stray group by 1 order by 1`, [name]);
  for (const stray of rows) findings.add(`stray ${name}`, `表 ${name}：操作 ${stray.command_id} 名下有 ${stray.have} 行没有签过名（编号 ${stray.ids}${stray.have > 5 ? ' 等' : ''}）`);
}

async function verifyClosed(client: PoolClient, { name }: SealedTable, findings: Findings): Promise<void> {
  const { rows: wrong } = await client.query<{ command_id: number; low: number | null; high: number | null; rows: number; have: number }>(
    `with signed as (
       select command_id, low, high, rows, digest, n from signed_digest where table_name = $1 and op = 'close'
     ), parts as (
       -- statements of one command whose numbers overlap can be told only together
       select s.*, not exists (select 1 from signed o where o.command_id = s.command_id and o.n <> s.n and o.low <= s.high and o.high >= s.low) as alone from signed s
     ), closed as (
       select id, known_to from ${name} where known_to is not null
     ), part_now as (
       select p.command_id, p.n, count(f.id) as have, sha256(string_agg(convert_to(f.id::text, 'UTF8'), ','::bytea order by f.id)) as digest
         from parts p join closed f on f.known_to = p.command_id and f.id between p.low and p.high where p.alone group by 1, 2
     ), wrong_parts as (
       select p.command_id, p.low, p.high, p.rows, coalesce(n.have, 0) as have from parts p left join part_now n using (command_id, n) where p.alone and n.digest is distinct from p.digest
     ), wrong_sums as (
       select coalesce(s.command_id, c.command_id) as command_id, null::bigint, null::bigint, coalesce(s.rows, 0), coalesce(c.have, 0)
         from (select command_id, sum(rows)::bigint as rows from signed group by 1) s full join (select known_to as command_id, count(*) as have from closed group by 1) c using (command_id)
        where s.rows is distinct from c.have and coalesce(s.command_id, c.command_id) not in (select command_id from wrong_parts)
     )
     select * from wrong_parts union all select * from wrong_sums order by 1, 2`, [name]);
  for (const one of wrong) {
    findings.add(`close ${name}`, one.rows === 0
      ? `表 ${name}：有 ${one.have} 行写着由操作 ${one.command_id} 更正，但该操作没有更正过它`
      : `表 ${name}：操作 ${one.command_id} 更正了 ${one.rows} 行${one.low === null ? '' : `（编号 ${one.low}–${one.high}）`}，现在写着由它更正的有 ${one.have} 行，或者不是那几行`);
  }
}
