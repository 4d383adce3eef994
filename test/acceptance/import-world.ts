import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { listDivisionsOn, readDivisionData } from '../../src/kernel/registers/division/read-division-data.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { DEMO_SEED, generatePopulation } from '../../demo/population/generate-population.ts';
import type { DemoHousehold } from '../../demo/population/demo-household.ts';
import { openTestCities, type TestCities } from '../harness/city.ts';
import { buildWatchedApp } from '../harness/watched-app.ts';

export interface Answer { readonly status: number; readonly code?: string; readonly title?: string; readonly details?: Record<string, unknown>; readonly body: unknown }

/** Somebody at a desk: signed in over HTTP, asking the two doors and handing in files. */
export interface Desk {
  query<T>(id: string, body: unknown): Promise<Answer & { readonly body: T }>;
  command<T>(id: string, body: unknown, key?: string): Promise<Answer & { readonly body: T }>;
  upload(bytes: Buffer, name?: string): Promise<number>;
}

export interface ImportWorld {
  readonly cities: TestCities;
  readonly app: FastifyInstance;
  readonly households: readonly DemoHousehold[];
  desk(role: string, division: string): Promise<Desk>;
  /** Rows of the city's own tables, seen with the owner's rights. */
  rows<T>(sql: string, values?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

const divisions = listDivisionsOn(readDivisionData(readFileSync(join(import.meta.dirname, '../../data/divisions/guangdong.csv'), 'utf8')), '2014-10-31');

/** The platform over HTTP with the real villages of 中山 and nobody on the register yet. */
export async function openImportWorld(): Promise<ImportWorld> {
  const cities = await openTestCities();
  await plantVillages(cities);
  const open = new Map([[cities.zhongshan.code, cities.zhongshan], [cities.guangzhou.code, cities.guangzhou]]);
  const app = await buildWatchedApp({ cities: open, defaultCity: cities.zhongshan.code, doors: await findDoors(), webDir: join(import.meta.dirname, 'no-web') });
  return {
    cities, app, households: generatePopulation({ seed: DEMO_SEED, divisions }),
    desk: (role, division) => signIn(cities, app, role, division),
    rows: async <T>(sql: string, values: unknown[] = []) => {
      await cities.owner.query('set search_path to city_442000, ext');
      return (await cities.owner.query(sql, values)).rows as T[];
    },
    close: async () => { await app.close(); await cities.close(); },
  };
}

/** The few villages of the harness end; the published ones come. */
async function plantVillages(cities: TestCities): Promise<void> {
  const s = 'city_442000';
  await cities.owner.query(`update ${s}.division set valid_to = '2010-01-01' where level = 'village'`);
  const own = divisions.filter((row) => row.code.startsWith('442000') && row.code !== '442000').toSorted((a, b) => a.code.length - b.code.length);
  for (const row of own) {
    await cities.owner.query(
      `insert into ${s}.division (code, name, level, parent_id, valid_from) select $1, $2, $3, (select id from ${s}.division where code = $4 and valid_to is null), '2010-01-01'
        where not exists (select 1 from ${s}.division where code = $1 and valid_to is null)`, [row.code, row.name, row.level, row.parentCode]);
  }
}

async function signIn(cities: TestCities, app: FastifyInstance, role: string, division: string): Promise<Desk> {
  const login = `${role}-${division}-${randomUUID().slice(0, 8)}`;
  const password = 'test-1234';
  await cities.owner.query(
    `with a as (insert into city_442000.account (login, name, kind, password, command_id) values ($1, '何经办', 'staff', $2, 0) returning id)
     insert into city_442000.post (account_id, role, division_id, valid_from, command_id) select a.id, $3, d.id, '2000-01-01', 0 from a, city_442000.division d where d.code = $4 and d.valid_to is null`,
    [login, await hashPassword(password), role, division]);
  const entered = await app.inject({ method: 'POST', url: '/api/c/session.sign-in', headers: { 'x-csrf': '1' }, payload: { name: login, password } });
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
  const headers = { 'x-csrf': '1', cookie };
  const ask = async <T>(url: string, body: unknown, more: Record<string, string> = {}): Promise<Answer & { readonly body: T }> => {
    const response = await app.inject({ method: 'POST', url, headers: { ...headers, ...more }, payload: body as object });
    const answer = response.json<T & { code?: string; title?: string; details?: Record<string, unknown> } | null>();
    return { status: response.statusCode, body: answer as T, ...(response.statusCode >= 400 && answer ? { code: answer.code ?? '', title: answer.title ?? '', details: answer.details ?? {} } : {}) };
  };
  return {
    query: (id, body) => ask(`/api/q/${id}`, body),
    command: (id, body, key = randomUUID()) => ask(`/api/c/${id}`, body, { 'idempotency-key': key }),
    upload: async (bytes, name = '石岐区花名册.xlsx') => {
      const boundary = `----${randomUUID()}`;
      const payload = Buffer.concat([
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
      const response = await app.inject({ method: 'POST', url: '/api/files', headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
      if (response.statusCode !== 200) throw new Error(response.body);
      return response.json<{ id: number }>().id;
    },
  };
}
