import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import pg from 'pg';
import { homeOfPublished, loadDeclaredRegisters, type Published } from '../records/load-registers.ts';
import { bringRegister, digestOf } from '../records/table/bring-register.ts';
import { demoCities, roleOf, schemaOf, type CityConfig } from './cities.ts';

const sources = join(import.meta.dirname, '..', '..');

interface Migration { readonly name: string; readonly sql: string; readonly digest: string }

/** Numbered SQL of every room and matter, in the order of their UTC time. */
export function listMigrations(): Migration[] {
  const files = globSync(['kernel/*/migrations/*.sql', 'domains/*/*/migrations/*.sql'], { cwd: sources });
  const migrations = files.map((file) => {
    const sql = readFileSync(join(sources, file), 'utf8');
    return { name: basename(file, '.sql'), sql, digest: createHash('sha256').update(sql).digest('hex') };
  });
  migrations.sort((a, b) => (a.name < b.name ? -1 : 1));
  const twice = migrations.find((m, i) => migrations[i + 1]?.name === m.name);
  if (twice) throw new Error(`two migrations are called ${twice.name}: rename one`);
  return migrations;
}

/** Which migrations to run now: all, or those a backup says had run when it was made. */
export interface MigrateOptions { readonly only?: (city: string, migration: string) => boolean }

const ALL = (): boolean => true;

/** Brings every city's schema to the present shape. Safe to start twice at once; each migration runs once, whole. */
export async function migrateAll(databaseUrl: string, cities: readonly Omit<CityConfig, 'short'>[] | readonly CityConfig[] = demoCities, options: MigrateOptions = {}): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('minzheng-migrate'))`);
    await client.query(`create schema if not exists ext`);
    await client.query(`create extension if not exists btree_gist schema ext`);
    await client.query(`grant usage on schema ext to public`);
    const migrated = await Promise.allSettled(cities.map((city) => migrateAlone(databaseUrl, { short: demoCities.find((c) => c.code === city.code)?.short ?? city.code, ...city }, options)));
    for (const city of migrated) if (city.status === 'rejected') throw city.reason;
  } finally {
    await client.end();
  }
}

/** Cities share nothing but the server: each is migrated over a connection of its own, side by side. */
async function migrateAlone(databaseUrl: string, city: CityConfig, options: MigrateOptions): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await migrateCity(client, city, options);
  } finally {
    await client.end();
  }
}

async function migrateCity(client: pg.Client, city: CityConfig, { only = ALL }: MigrateOptions): Promise<void> {
  const schema = schemaOf(city.code);
  const owner = roleOf(city.code, 'owner');
  for (const role of ['owner', 'staff', 'resident', 'definer'] as const) await createRole(client, roleOf(city.code, role));
  await client.query(`create schema if not exists ${schema} authorization ${owner}`);
  await client.query(`grant usage on schema ${schema} to ${roleOf(city.code, 'staff')}, ${roleOf(city.code, 'resident')}, ${roleOf(city.code, 'definer')}`);
  await client.query(`grant create on schema ${schema} to ${roleOf(city.code, 'definer')}`);
  await client.query(`create table if not exists ${schema}.migration (name text primary key, digest text not null, ran_at timestamptz not null default now())`);
  const done = new Map((await client.query<{ name: string; digest: string }>(`select name, digest from ${schema}.migration`)).rows.map((r) => [r.name, r.digest]));
  for (const migration of listMigrations()) {
    const before = done.get(migration.name);
    if (before === migration.digest || !only(city.code, migration.name)) continue;
    if (before !== undefined) throw new Error(`migration ${migration.name} was changed after it ran in ${schema}: write a new one instead`);
    await runMigration(client, city, migration);
  }
  if (only === ALL) await bringRegisters(client, city.code);
  await client.query(`insert into ${schema}.city (code, name, short, demo) values ($1, $2, $3, $4) on conflict do nothing`, [city.code, city.name, city.short, city.demo]);
}

async function runMigration(client: pg.Client, city: CityConfig, migration: Migration): Promise<void> {
  const schema = schemaOf(city.code);
  await client.query('begin');
  try {
    await client.query(`set local role ${roleOf(city.code, 'owner')}`);
    await client.query(`set local search_path to ${schema}, ext`);
    await client.query(migration.sql.replaceAll('{{city}}', city.code).replaceAll('{{schema}}', schema));
    await client.query('reset role');
    await client.query(`insert into ${schema}.migration (name, digest) values ($1, $2)`, [migration.name, migration.digest]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${migration.name} failed in ${schema}: ${(error as Error).message}`, { cause: error });
  }
}

/** Tables of the declared registers and of the city's own, after the migrations they stand on: those whose declaration changed since, each whole. */
async function bringRegisters(client: pg.Client, city: string): Promise<void> {
  const standing = new Map((await client.query<{ id: string; digest: string }>(`select id, digest from ${schemaOf(city)}.register`)).rows.map((row) => [row.id, row.digest]));
  const { rows: own } = await client.query<Published>(`select * from ${schemaOf(city)}.published_registers()`);
  for (const home of [...(await loadDeclaredRegisters()).values(), ...own.map(homeOfPublished)]) {
    if (standing.get(home.register.id) === digestOf(home)) continue;
    await client.query('begin');
    try {
      await bringRegister(client, city, home);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw new Error(`the tables of the register ${home.register.id} could not be made in ${schemaOf(city)}: ${(error as Error).message}`, { cause: error });
    }
  }
}

/** Roles belong to the whole server; the migrating user becomes a member so that it can act as each. */
async function createRole(client: pg.Client, role: string): Promise<void> {
  const found = await client.query(`select 1 from pg_roles where rolname = $1`, [role]);
  if (found.rowCount === 0) await client.query(`create role ${role} nologin`);
  await client.query(`grant ${role} to current_user`);
  const [, city, kind] = role.split('_');
  if (kind === 'definer') await client.query(`grant ${role} to mz_${city}_owner`);
}
