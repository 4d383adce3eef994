import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Register } from '../../contract/register.ts';
import { AppError } from '../../contract/refusal.ts';
import { roleOf, schemaOf } from '../../db/cities.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import type { RegisterHome } from '../register-home.ts';
import { commentOf, writeSubTable, writeTable, type TableWords } from './write-table.ts';

/** Changes whenever the words tables are made with change, so that every city's are brought up again. */
const SHAPE = 2;

/** Digest of what a register's tables, its readers and keepers stand by. */
export const digestOf = ({ register, keepers, readers }: RegisterHome): string =>
  createHash('sha256').update(canonicalJson([SHAPE, JSON.parse(JSON.stringify({ ...register, checks: [], derived: [] })), keepers, readers])).digest('hex');

/**
 * Brings a register's tables in one city to its declaration: made when missing, columns added, policies and roles written anew. Nothing is ever dropped or
 * retyped: a field that changed its kind is refused, naming it. Runs as the schema's owner, in the caller's transaction. `only`: of these tables.
 */
export async function bringRegister(client: pg.ClientBase, city: string, home: RegisterHome, only: (table: string) => boolean = () => true): Promise<void> {
  const { register } = home;
  const roles = { owner: roleOf(city, 'owner'), staff: roleOf(city, 'staff'), definer: roleOf(city, 'definer') };
  await client.query(`set local role ${roles.owner}`);
  await client.query(`set local search_path to ${schemaOf(city)}, ext`);
  await client.query('insert into register (id, title, across, digest) values ($1, $2, $3, $4) on conflict (id) do update set title = $2, across = $3, digest = $4', [register.id, register.title, register.across === true, digestOf(home)]);
  await client.query('delete from register_role where register = $1', [register.id]);
  await client.query('insert into register_role (register, role, keeps) select $1, role, keeps from jsonb_to_recordset($2::jsonb) as r (role text, keeps boolean)', [register.id, JSON.stringify(rolesOf(home))]);
  for (const words of [writeTable(register, roles), ...(register.subRecords ?? []).map((sub) => writeSubTable(register, sub, roles))]) if (only(words.name)) await bringTable(client, register, words);
  await client.query('reset role');
}

const rolesOf = ({ keepers, readers }: RegisterHome): { role: string; keeps: boolean }[] =>
  [...keepers.map((role) => ({ role, keeps: true })), ...readers.filter((role) => !keepers.includes(role)).map((role) => ({ role, keeps: false }))];

async function bringTable(client: pg.ClientBase, register: Register, words: TableWords): Promise<void> {
  const present = await readColumns(client, words.name);
  const fresh = present.size === 0;
  const wrong = words.columns.find(({ name, type }) => present.has(name) && present.get(name) !== plainType(type));
  if (wrong) throw new AppError('register.field-retyped', `${register.id}：${wrong.comment}（${wrong.name}）原来是 ${present.get(wrong.name)}，现在声明成 ${plainType(wrong.type)}。已有的栏不能改类型：另起一个字段`);
  const added = words.columns.filter(({ name }) => !present.has(name));
  await client.query([
    ...(fresh ? [words.create] : []),
    ...(added.length > 0 ? [`alter table ${words.name} ${added.map(({ name, type }) => `add column ${name} ${type}`).join(', ')}`] : []),
    ...words.columns.map(({ name, comment }) => commentOf(words.name, name, comment)),
    ...words.indexes,
    words.policies,
    ...(fresh ? [`call seal_table('${words.name}', '{}', true)`, `call encrypted_column('${words.name}', 'secret')`] : []),
  ].join(';\n'));
}

async function readColumns(client: pg.ClientBase, table: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped`, [table]);
  return new Map(rows.map(({ name, type }) => [name, type]));
}

const LONG: Readonly<Record<string, string>> = { int: 'integer' };
const plainType = (type: string): string => { const [head = ''] = type.split(' references '); return LONG[head] ?? head; };
