import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import type { CommandContext } from '../../db/command.ts';
import { roleOf } from '../../db/cities.ts';
import type { Tx } from '../../db/tx.ts';
import { AppError } from '../../contract/refusal.ts';
import { hashesOf, listEncryptedColumns, type EncryptedColumn } from './encrypted-columns.ts';

export interface RekeyChunk {
  /** Values written again by this piece; 0 = there is nothing left that can be. */
  readonly values: number;
  /** Commands whose rows are no longer what was signed: left as they are, so that the change cannot be covered up. */
  readonly spoilt: readonly { readonly table: string; readonly command: number }[];
}

const AT_ONCE = 1_000;

/**
 * One piece of a change of keys: some values that were written with another key are written again with the present one, their hashes with them.
 * Where rows are part of the sealed record, the whole of what one command wrote goes together: first it must be what was signed, then its new digest is signed
 * in place of the old one. What goes wrong, or is broken off, leaves whole pieces only; the next run goes on where values of another key are left.
 */
export const rekeyChunk = defineCommand({
  id: 'keys.rekey', title: '换密钥：重写一批加密的值', allow: { roles: ['system'] }, input: z.strictObject({ skip: z.array(z.strictObject({ table: z.string(), command: z.int() })), atOnce: z.int().positive().default(AT_ONCE) }),
  async run(tx, { skip, atOnce }, by): Promise<RekeyChunk> {
    await tx.run(`select set_config('role', $1, true), set_config('mz.rekey', 'on', true)`, [roleOf(by.city.code, 'definer')]);
    try {
      for (const column of await listEncryptedColumns(tx)) {
        const skipped = skip.filter((one) => one.table === column.table).map((one) => one.command);
        const chunk = column.leftOut === null ? await rekeyRows(tx, by, column, atOnce) : await rekeyGroups(tx, by, column, column.leftOut, skipped, atOnce);
        if (chunk.values > 0 || chunk.spoilt.length > 0) return chunk;
      }
      return { values: 0, spoilt: [] };
    } finally {
      await tx.run(`select set_config('role', $1, true), set_config('mz.rekey', '', true)`, [roleOf(by.city.code, 'staff')]).catch(() => {});
    }
  },
});

interface Row { readonly at: string; readonly cipher: Buffer; readonly row: Readonly<Record<string, unknown>> }
const ofAnotherKey = (column: EncryptedColumn): string => `key_of_value(t.${column.column}) <> $1`;

async function rekeyRows(tx: Tx, by: CommandContext, column: EncryptedColumn, atOnce: number): Promise<RekeyChunk> {
  const rows = await tx.rows<Row & Record<string, unknown>>(
    `select t.ctid::text as at, t.${column.column} as cipher, to_jsonb(t) as row from ${column.table} t where ${ofAnotherKey(column)} limit ${atOnce} for update`, [by.city.keys.current]);
  await writeAgain(tx, by, column, rows);
  return { values: rows.length, spoilt: [] };
}

interface Group { readonly command: number; readonly low: number; readonly high: number; readonly rows: number; readonly digest: string; readonly form: number | null }

async function rekeyGroups(tx: Tx, by: CommandContext, column: EncryptedColumn, leftOut: readonly string[], skipped: readonly number[], atOnce: number): Promise<RekeyChunk> {
  const { keys } = by.city;
  const commands = await tx.rows<{ command: number }>(
    `select distinct command_id as command from (select t.command_id from ${column.table} t where ${ofAnotherKey(column)} and not t.command_id = any ($2) limit ${atOnce}) t`, [keys.current, skipped]);
  let values = 0;
  const spoilt: { table: string; command: number }[] = [];
  for (const group of await listGroups(tx, column.table, commands.map((one) => one.command))) {
    const was = await digestNow(tx, column.table, group, leftOut);
    if (was.rows !== group.rows || was.digest.toString('hex') !== group.digest) { spoilt.push({ table: column.table, command: group.command }); continue; }
    const rows = await tx.rows<Row & Record<string, unknown>>(
      `select t.ctid::text as at, t.${column.column} as cipher, to_jsonb(t) as row from ${column.table} t where ${ofAnotherKey(column)} and t.command_id = $2 and t.id between $3 and $4 order by t.id for update`, [keys.current, group.command, group.low, group.high]);
    await writeAgain(tx, by, column, rows);
    const now = await digestNow(tx, column.table, group, leftOut);
    if (!now.digest.equals(was.digest)) {
      await tx.run(`insert into audit_digest (command_id, table_name, op, rows, first_id, last_id, digest, of_command, was, form) values (current_command(), $1, 'rekey', $2, $3, $4, $5, $6, $7, $8)`,
        [column.table, now.rows, group.low, group.high, now.digest, group.command, was.digest, group.form]);
    }
    values += rows.length;
  }
  // rows of a command that has no signed digest at all are strays: the verification names them
  const known = new Set((await listGroups(tx, column.table, commands.map((one) => one.command))).map((one) => one.command));
  return { values, spoilt: [...spoilt, ...commands.filter((one) => !known.has(one.command)).map((one) => ({ table: column.table, command: one.command }))] };
}

/** What was last signed for the rows of these commands. */
const listGroups = (tx: Tx, table: string, commands: readonly number[]): Promise<Group[]> => tx.rows<Group & Record<string, unknown>>(
  `with signed as (
     select l.id as command, (d->>'first')::bigint as low, (d->>'last')::bigint as high, (d->>'rows')::bigint as rows, d->>'digest' as digest, (d->>'form')::int as form
       from command_log l, jsonb_array_elements(l.digests) d where l.id = any ($2) and d->>'table' = $1 and d->>'op' = 'insert'
   ), again as (
     select distinct on (of, low) (d->>'of')::bigint as of, (d->>'first')::bigint as low, d->>'digest' as digest
       from command_log l, jsonb_array_elements(l.digests) d where l.command = 'keys.rekey' and d->>'table' = $1 and (d->>'of')::bigint = any ($2) order by of, low, l.id desc
   )
   select s.command, s.low, s.high, s.rows, coalesce(a.digest, s.digest) as digest, s.form from signed s left join again a on a.of = s.command and a.low = s.low order by 1, 2`, [table, commands]);

const digestNow = async (tx: Tx, table: string, { command, low, high, form }: Group, leftOut: readonly string[]): Promise<{ rows: number; digest: Buffer }> => {
  const found = await tx.one<{ rows: number; digest: Buffer | null }>('select rows, digest from sealed_digest($1::regclass, $2, $3, $4, $5, $6)', [table, command, low, high, leftOut, form]);
  return { rows: found.rows, digest: found.digest ?? Buffer.alloc(0) };
};

async function writeAgain(tx: Tx, by: CommandContext, column: EncryptedColumn, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const { keys } = by.city;
  const texts = rows.map((one) => keys.open(one.cipher));
  const sealed = texts.map((text) => keys.seal(text).cipher);
  const again = hashesOf[column.table];
  if (column.hashColumns.length > 0 && !again) throw new AppError('keys.no-hash', `how the hashes of ${column.table} are made is not said`);
  const hashes = rows.map((one, at) => again?.(keys, one.row, texts[at] ?? '') ?? {});
  const set = [`${column.column} = u.cipher`, ...(column.keyColumn === null ? [] : [`${column.keyColumn} = $3`]), ...column.hashColumns.map((name, nth) => `${name} = u.hash_${nth}`)];
  const arrays = column.hashColumns.map((_name, nth) => `$${nth + 4}::bytea[]`);
  await tx.run(
    `update ${column.table} t set ${set.join(', ')} from unnest($1::text[], $2::bytea[]${arrays.map((one) => `, ${one}`).join('')}) as u (at, cipher${column.hashColumns.map((_name, nth) => `, hash_${nth}`).join('')})
      where t.ctid = u.at::tid and $3::text is not null`,
    [rows.map((one) => one.at), sealed, keys.current, ...column.hashColumns.map((name) => hashes.map((one) => one[name]))]);
}
