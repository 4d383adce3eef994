import { createHash } from 'node:crypto';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { canonicalJson } from '../../values/canonical-json.ts';
import type { TableEnd } from './frames.ts';

export interface CityTable { readonly schema: string; readonly name: string; readonly columns: readonly string[]; /** What puts its rows in the one order every server gives. */ readonly order: string }

/** Words in which every server writes a value the same way; and nothing is left out by row protection without an error. */
export const sameWords = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601'; set bytea_output = 'hex'; set extra_float_digits = 1; set client_encoding = 'UTF8'; set row_security = off`;

/** The schemas of the cities a database holds. */
export async function listSchemas(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`select nspname as name from pg_namespace where nspname ~ '^city_[0-9]{6}$' order by 1`);
  return rows.map((row) => row.name);
}

/** Every table of a city with the columns that are stored (not worked out), in the order of their names. */
export async function listTables(client: pg.ClientBase, schema: string): Promise<CityTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null }>(
    `select c.relname as name,
            (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
            (select array_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end order by array_position(i.indkey::int2[], a.attnum))
               from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int2[]) where i.indrelid = c.oid and i.indisprimary) as key
       from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r' order by c.relname collate "C"`, [schema]);
  return rows.map((row) => ({ schema, name: row.name, columns: row.columns, order: row.key?.join(', ') ?? `(t.*)::text collate "C"` }));
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const nameOf = (table: Pick<CityTable, 'schema' | 'name'>): string => `${quoted(table.schema)}.${quoted(table.name)}`;
export const columnsOf = (columns: readonly string[]): string => columns.map(quoted).join(', ');

/** Reads a table out in its order, hands on every piece, and answers how much it was and its digest. */
export async function readOut(client: pg.ClientBase, table: CityTable, take: (piece: Buffer) => Promise<void> | void): Promise<TableEnd> {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = client.query(copyTo(`copy (select ${columnsOf(table.columns)} from ${nameOf(table)} t order by ${table.order}) to stdout`));
  for await (const piece of stream as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
    await take(piece);
  }
  return { rows: stream.rowCount, bytes, sha256: hash.digest('hex') };
}

/** Digest over the digests of all tables by name. Pure. */
export const contentHash = (tables: Readonly<Record<string, TableEnd>>): string =>
  createHash('sha256').update(canonicalJson(Object.fromEntries(Object.entries(tables).map(([name, { rows, sha256 }]) => [name, { rows, sha256 }])))).digest('hex');

/** The content of every city of a database as one digest, read in one snapshot. `of`: of these tables only, their columns in this order. */
export async function hashContent(client: pg.ClientBase, of?: Readonly<Record<string, readonly string[]>>): Promise<{ readonly tables: Readonly<Record<string, TableEnd>>; readonly contentHash: string }> {
  await client.query(sameWords);
  await client.query('begin isolation level repeatable read read only');
  try {
    const tables: Record<string, TableEnd> = {};
    for (const schema of await listSchemas(client)) {
      for (const table of await listTables(client, schema)) {
        const name = `${schema}.${table.name}`;
        if (of === undefined || of[name]) tables[name] = await readOut(client, { ...table, columns: of?.[name] ?? table.columns }, () => {});
      }
    }
    return { tables, contentHash: contentHash(tables) };
  } finally {
    await client.query('rollback');
  }
}
