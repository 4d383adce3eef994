import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { seedGuangzhou } from '../../demo/seed/guangzhou/seed-guangzhou.ts';
import { openAccounts } from '../../demo/seed/open-accounts.ts';
import { DEMO_PASSWORD } from '../../demo/seed/staff.ts';
import { checkCases } from '../../src/kernel/casework/check-cases.ts';
import { demoCities } from '../../src/kernel/db/cities.ts';
import { openCity, type City } from '../../src/kernel/db/city.ts';
import { workOnce } from '../../src/kernel/jobs/work.ts';
import { loadCalendar } from '../../src/kernel/registers/calendar/load-calendar.ts';
import { loadRegistry } from '../../src/kernel/registry/find-declarations.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { findHandlers } from '../../src/server/find-handlers.ts';
import { startAgencies } from '../../demo/agencies/server.ts';
import { createTestDatabase } from './database.ts';
import { buildWatchedApp } from './watched-app.ts';

export interface Answer<T> { readonly status: number; readonly body: T }

/** 广州 of the demo in the spring of 2024, spoken to over HTTP only, with the accounts a visitor has. */
export interface GuangzhouOffice {
  readonly app: FastifyInstance;
  readonly owner: pg.Client;
  readonly city: City;
  post<T>(login: string, door: string, body: unknown): Promise<Answer<T>>;
  /** Must be taken; gives the answer's body. */
  act<T>(login: string, door: string, body: unknown): Promise<T>;
  see<T>(login: string, door: string, body: unknown): Promise<T>;
  goTo(day: string): Promise<void>;
  work(): Promise<void>;
  checkCases(): Promise<string[]>;
  close(): Promise<void>;
}

const CITY = '440100';
/** Of 广州's divisions those the story plays in. */
const DIVISIONS = [
  ['44', '广东省', 'province', null], ['440100', '广州市', 'city', '44'], ['440104', '越秀区', 'county', '440100'], ['440105', '海珠区', 'county', '440100'],
  ['440104003', '北京街道', 'town', '440104'], ['440105004', '江南中街道', 'town', '440105'], ['440104003104', '流水井社区居民委员会', 'village', '440104003'], ['440105004101', '万松园社区居民委员会', 'village', '440105004'],
] as const;

export async function openGuangzhou(options: { readonly story: boolean; readonly webDir?: string }): Promise<GuangzhouOffice> {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'minzheng-gz-'));
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  for (const [code, name, level, parent] of DIVISIONS) {
    await owner.query(`insert into city_${CITY}.division (code, name, level, parent_id, valid_from) values ($1, $2, $3, (select id from city_${CITY}.division where code = $4), '2000-01-01')`, [code, name, level, parent]);
  }
  await loadCalendar(owner, CITY);
  await owner.query(`update city_${CITY}.city set demo = true`);
  await owner.query(`with a as (insert into city_${CITY}.account (login, name, kind, command_id) values ('system', '系统', 'system', null) returning id)
    insert into city_${CITY}.post (account_id, role, division_id, valid_from, command_id) select a.id, 'system', d.id, '2000-01-01', null from a, city_${CITY}.division d where d.code = '${CITY}'`);
  await openAccounts(owner, [CITY]);
  await seedGuangzhou({ databaseUrl: database.url, dataDir, owner, log: () => undefined }, options);
  const cities = new Map(demoCities.map((config) => [config.code, openCity(config, { databaseUrl: database.url, dataDir, connections: 4 })]));
  const city = cities.get(CITY)!;
  const app = await buildWatchedApp({ cities, defaultCity: CITY, doors: await findDoors(), webDir: options.webDir ?? dataDir });
  const agencies = await startAgencies();
  process.env['AGENCY_SOCIAL_INSURANCE_URL'] = `${agencies.url}/social-insurance`;
  process.env['AGENCY_BANK_DEPOSITS_URL'] = `${agencies.url}/bank-deposits`;
  const handlers = await findHandlers();
  const cookies = new Map<string, string>();
  let serial = 0;
  const cookieOf = async (login: string): Promise<string> => {
    const known = cookies.get(login);
    if (known) return known;
    const answer = await app.inject({ method: 'POST', url: '/api/c/session.sign-in', headers: { 'x-csrf': '1' }, payload: { city: CITY, name: login, password: DEMO_PASSWORD } });
    if (answer.statusCode !== 200) throw new Error(`${login} cannot sign in: ${answer.body}`);
    const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
    cookies.set(login, cookie);
    return cookie;
  };
  const send = async <T>(login: string, url: string, body: unknown): Promise<Answer<T>> => {
    const answer = await app.inject({ method: 'POST', url, headers: { 'x-csrf': '1', 'idempotency-key': `gz-test-${(serial += 1)}`, cookie: await cookieOf(login) }, payload: body as object });
    return { status: answer.statusCode, body: answer.json() as T };
  };
  const must = <T>(answer: Answer<T>, what: string): T => {
    if (answer.status !== 200) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const office: GuangzhouOffice = {
    app, owner, city,
    post: (login, door, body) => send(login, `/api/c/${door}`, body),
    act: async (login, door, body) => must(await send(login, `/api/c/${door}`, body), door),
    see: async (login, door, body) => must(await send(login, `/api/q/${door}`, body), door),
    goTo: async (day) => { await office.act('gz-admin', 'clock.move', { to: day }); },
    async work() {
      for (let round = 0; round < 4; round += 1) {
        await owner.query(`update city_${CITY}.job set run_after = now() where state = 'waiting'`);
        while (await workOnce(city, handlers)) { /* until nothing is due */ }
      }
    },
    checkCases: async () => checkCases(city, await loadRegistry()),
    async close() {
      await app.close();
      for (const one of cities.values()) await one.close();
      await agencies.stop();
      await owner.end();
      await database.drop();
    },
  };
  return office;
}
