import type pg from 'pg';
import { homeOfPublished, loadDeclaredRegisters, type Published } from '../../records/load-registers.ts';
import { bringRegister } from '../../records/table/bring-register.ts';
import { PlainProblem } from './plain-problem.ts';

/** The registers of a city as a backup carries them: every edition its bureau published, in order, and the columns each register's table had. */
export interface BackedUpRegisters { readonly own: readonly Published[]; readonly tables: Readonly<Record<string, readonly { readonly name: string; readonly type: string }[]>> }

/** What the tables of declared registers look like at this moment; undefined where there are none yet. */
export async function describeRegisters(client: pg.ClientBase, schema: string): Promise<BackedUpRegisters | undefined> {
  const { rows: [there] } = await client.query<{ is: boolean }>(`select to_regclass($1) is not null and to_regclass($2) is not null as is`, [`${schema}.register`, `${schema}.register_declaration`]);
  if (!there?.is) return undefined;
  const { rows: own } = await client.query<Published>(`select register, version, state, declaration from ${schema}.register_declaration where state = 'published' order by id`);
  const { rows: columns } = await client.query<{ table: string; name: string; type: string }>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = $1::regnamespace and c.relkind = 'r' and split_part(c.relname, '__', 1) in (select replace(id, '-', '_') from ${schema}.register) order by c.relname, a.attnum`, [schema]);
  const tables = Map.groupBy(columns, (column) => column.table);
  return { own, tables: Object.fromEntries([...tables].map(([table, all]) => [table, all.map(({ name, type }) => ({ name, type }))])) };
}

/** Before the rows are loaded: each register's tables as the backup has them, columns that no declaration names any more included. */
export async function bringBackedUp(client: pg.ClientBase, { code, registers }: { readonly code: string; readonly registers?: BackedUpRegisters | undefined }): Promise<void> {
  if (registers === undefined) return;
  const homes = [...(await loadDeclaredRegisters()).values(), ...registers.own.map(homeOfPublished)].filter((home) => registers.tables[home.register.id.replaceAll('-', '_')] !== undefined);
  for (const home of homes) {
    await client.query('begin');
    await bringRegister(client, code, home, (table) => registers.tables[table] !== undefined);
    await client.query('commit');
  }
  for (const [table, columns] of Object.entries(registers.tables)) await addMissing(client, `city_${code}`, table, columns);
}

const NAME = /^[a-z_][a-z0-9_]*$/;
const TYPES = new Set(['text', 'bigint', 'integer', 'numeric', 'date', 'boolean', 'point', 'text[]', 'bigint[]', 'bytea']);

async function addMissing(client: pg.ClientBase, schema: string, table: string, columns: BackedUpRegisters['tables'][string]): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select a.attname as name from pg_attribute a where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped', [`${schema}.${table}`]);
  if (rows.length === 0) throw new PlainProblem(`备份里有这个版本没有的台账 ${table}：请用写它的那个版本恢复`);
  const present = new Set(rows.map((row) => row.name));
  for (const { name, type } of columns.filter((column) => !present.has(column.name))) {
    if (!NAME.test(name) || !TYPES.has(type)) throw new PlainProblem(`备份文件坏了：台账 ${table} 的栏 ${name} 不认识`);
    await client.query(`alter table ${schema}.${table} add column ${name} ${type}`);
  }
}
