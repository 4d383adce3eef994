import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

/** The two cities every test database holds: GB/T 2260 codes. */
export const TEST_CITIES = [
  { code: '442000', name: '中山市', demo: true },
  { code: '440100', name: '广州市', demo: false },
];

const TEMPLATE = 'template_migrated';
/** Any number will do, as long as nobody else on the test server uses it. */
const TEMPLATE_LOCK = 4_420_004_401;
const MIGRATE = join(import.meta.dirname, '../../src/kernel/db/migrate.ts');

export interface TestDatabase {
  /** Address with the rights of the owner. */
  url: string;
  drop(): Promise<void>;
}

let created = 0;

/**
 * A database of one's own with both cities migrated, cloned from the template in about 60 ms. Cloning copies everything
 * in the database, but not what PostgreSQL keeps outside it: `alter database … set` and `grant … on database`.
 */
export async function createTestDatabase(template: string = TEMPLATE): Promise<TestDatabase> {
  await prepareTemplate();
  const name = `test_${process.pid}_${++created}`;
  await asAdmin((admin) => admin.query(`create database ${name} template ${template} strategy file_copy`));
  return {
    url: addressOf(name),
    drop: () => asAdmin(async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`))),
  };
}

let prepared: Promise<void> | undefined;

/** Migrates the template once in a run; workers that come at the same moment wait for the first. */
export function prepareTemplate(): Promise<void> {
  prepared ??= asAdmin(async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount === 1) return;
    const half = `${TEMPLATE}_half`;
    await admin.query(`drop database if exists ${half} with (force)`);
    await admin.query(`create database ${half} template template0`);
    if (existsSync(MIGRATE)) {
      const { migrateAll } = (await import(pathToFileURL(MIGRATE).href)) as {
        migrateAll(url: string, cities: typeof TEST_CITIES): Promise<void>;
      };
      await migrateAll(addressOf(half), TEST_CITIES);
    }
    await admin.query(`alter database ${half} rename to ${TEMPLATE}`);
  });
  return prepared;
}

/** A template of one's own made once in a run out of the migrated one: whoever comes first makes it, the others wait. */
export async function prepareOwnTemplate(name: string, make: (url: string) => Promise<void>): Promise<void> {
  await prepareTemplate();
  await asAdmin(async (admin) => {
    await admin.query('select pg_advisory_lock($1, hashtext($2))', [442000, name]);
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 1) return;
    const half = `${name}_half`;
    await admin.query(`drop database if exists ${half} with (force)`);
    await admin.query(`create database ${half} template ${TEMPLATE} strategy file_copy`);
    await make(addressOf(half));
    await admin.query(`alter database ${half} rename to ${name}`);
  });
}

function addressOf(database: string): string {
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${database}`;
  return url.href;
}

async function asAdmin<T>(act: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  try {
    return await act(admin);
  } finally {
    await admin.end();
  }
}
