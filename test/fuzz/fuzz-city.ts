import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { openDemoOffice, type DemoOffice } from '../../demo/seed/demo-office.ts';
import { seedGuangzhou } from '../../demo/seed/guangzhou/seed-guangzhou.ts';
import { openAccounts } from '../../demo/seed/open-accounts.ts';
import { castPlots, newcomer, playCases } from '../../demo/seed/seed-cases.ts';
import { familyEvents } from '../../demo/seed/seed-changes.ts';
import { FIRST_MONTH, importRoster, inventRegisters } from '../../demo/seed/seed-registers.ts';
import { reviewsOfNovember } from '../../demo/seed/seed-reviews.ts';
import { payMonth, settleMonth } from '../../demo/seed/seed-rolls.ts';
import { nextStandard } from '../../demo/seed/seed-standards.ts';
import { DEMO_PASSWORD, demoStaff } from '../../demo/seed/staff.ts';
import { windowStory } from '../../demo/seed/seed-windows.ts';
import { demoCities, schemaOf } from '../../src/kernel/db/cities.ts';
import { openCity, type City } from '../../src/kernel/db/city.ts';
import { loadCalendar } from '../../src/kernel/registers/calendar/load-calendar.ts';
import { loadDivisions } from '../../src/kernel/registers/division/load-divisions.ts';
import { buildApp } from '../../src/server/app.ts';
import { findDoors, type Doors } from '../../src/server/find-doors.ts';
import { readPool, type Pool } from './read-pool.ts';

/** Somebody the fuzz calls as: an account with its cookie, or nobody. */
export interface FuzzCaller { readonly name: string; readonly cookie: string | null }

/** A small city with something of everything in it, spoken to over HTTP. */
export interface FuzzCity {
  readonly app: FastifyInstance;
  readonly doors: Doors;
  readonly city: City;
  readonly owner: pg.Client;
  readonly pool: Pool;
  readonly callers: readonly FuzzCaller[];
  /** A caller whose session was ended by the fuzz signs in again; the clock goes back to the day of the story. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

export const CITY = '442000';
const FIRST_DAY = '2014-07-02';
/** Enough for the story's changes and reviews, and no more: the tests wait for it. */
const HOUSEHOLDS = 60;
const MONTHS = ['2014-07', '2014-08', '2014-09', '2014-10', '2014-11'];

/** `database`: migrated and empty. `both`: 广州 with the procedure of 2021 as well. */
export async function openFuzzCity(database: string, options: { readonly both: boolean }): Promise<FuzzCity> {
  const dataDir = mkdtempSync(join(tmpdir(), 'minzheng-fuzz-'));
  const owner = new pg.Client({ connectionString: database });
  owner.on('error', () => { /* told by the next query */ });
  await owner.connect();
  const given = new Map<string, unknown[]>();
  await plantZhongshan(owner, { databaseUrl: database, dataDir, owner }, given);
  if (options.both) await plantGuangzhou(owner, { databaseUrl: database, dataDir, owner, log: () => undefined });
  const cities = new Map(demoCities.filter((one) => options.both || one.code === CITY).map((config) => [config.code, openCity(config, { databaseUrl: database, dataDir, connections: 8 })]));
  const doors = await findDoors();
  const app = await buildApp({ cities, defaultCity: CITY, doors, webDir: dataDir });
  const accounts = [...demoStaff.filter((one) => cities.has(one.city)).map(({ city, login, role }) => ({ city, login, name: `${role} (${login})` })),
    { city: CITY, login: 'resident', name: 'resident' }, { city: CITY, login: 'chen', name: 'resident without an application' }];
  const signIn = async (account: (typeof accounts)[number]): Promise<FuzzCaller> => ({ name: account.name, cookie: await signedIn(app, account.city, account.login) });
  const callers: FuzzCaller[] = [{ name: 'nobody', cookie: null }, { name: 'stranger', cookie: `mz_session=${CITY}.not-a-token` }];
  for (const account of accounts) callers.push(await signIn(account));
  const { rows: [now] } = await owner.query<{ day: string }>(`select demo_day::text as day from ${schemaOf(CITY)}.city`);
  return {
    app, doors, owner, callers, city: cities.get(CITY)!, pool: { ...await readPool(owner, CITY), given },
    async restore() {
      await owner.query(`set session_replication_role = replica; update ${schemaOf(CITY)}.city set demo_day = '${now?.day}'; set session_replication_role = origin`);
      for (const [at, account] of accounts.entries()) {
        if (!(await isSignedIn(app, callers[at + 2]!))) callers[at + 2] = await signIn(account).catch(() => callers[at + 2]!);
      }
    },
    async close() {
      await app.close();
      for (const city of cities.values()) await city.close();
      await owner.end();
    },
  };
}

async function signedIn(app: FastifyInstance, city: string, login: string): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/api/c/session.sign-in', headers: { 'x-csrf': '1' }, payload: { city, name: login, password: DEMO_PASSWORD }, remoteAddress: `10.0.${login.length}.${login.charCodeAt(0)}` });
  if (answer.statusCode !== 200) throw new Error(`${login} cannot sign in: ${answer.body}`);
  return String(answer.headers['set-cookie']).split(';')[0]!;
}

async function isSignedIn(app: FastifyInstance, caller: FuzzCaller): Promise<boolean> {
  const answer = await app.inject({ method: 'POST', url: '/api/q/session.me', headers: { 'x-csrf': '1', cookie: caller.cookie ?? '' }, payload: {} });
  return (answer.json() as { account: unknown }).account !== null;
}

type Where = { readonly databaseUrl: string; readonly dataDir: string; readonly owner: pg.Client };

/** The second half of 2014 as the demo lives it, for one town's few households. What was said at each door is kept: the fuzz begins with it. */
async function plantZhongshan(owner: pg.Client, where: Where, given: Map<string, unknown[]>): Promise<void> {
  await loadDivisions(owner, CITY);
  await loadCalendar(owner, CITY);
  await openSystem(owner, CITY);
  await owner.query(`update ${schemaOf(CITY)}.city set demo_day = $1`, [FIRST_DAY]);
  await openAccounts(owner, [CITY]);
  const office = listening(await openDemoOffice(where), given);
  const { standing, idNumbers } = inventRegisters({ households: 0, persons: 0 });
  const cases = await playCases(castPlots(idNumbers));
  try {
    await office.act('admin', 'items.publish-declared', {});
    const town = standing.find((households) => households[0]?.village.startsWith('442000001')) ?? [];
    await importRoster(office, town.slice(0, HOUSEHOLDS), FIRST_MONTH);
    const events = [...cases.events, ...MONTHS.flatMap(payday), ...windowStory, newcomer, nextStandard, familyEvents, reviewsOfNovember];
    let today = FIRST_DAY;
    for (const event of events.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
      if (event.day > today) await office.goTo(event.day);
      if (event.day > today) today = event.day;
      await event.run(office);
    }
  } finally {
    await cases.stop();
    await office.close();
  }
}

const payday = (month: string) => [{
  day: month === FIRST_MONTH ? FIRST_DAY : `${month}-02`,
  run: async (office: DemoOffice): Promise<void> => {
    const sent = await payMonth(office, month);
    if (month !== MONTHS.at(-1)) await settleMonth(office, sent, `${month}-02T16:30:00`, month === '2014-09' ? [{ seq: 7, code: 'E001' }] : []);
  },
}];

async function plantGuangzhou(owner: pg.Client, where: Where & { log(line: string): void }): Promise<void> {
  await loadDivisions(owner, '440100');
  await loadCalendar(owner, '440100');
  await openSystem(owner, '440100');
  await openAccounts(owner, ['440100']);
  await seedGuangzhou(where);
}

async function openSystem(owner: pg.Client, city: string): Promise<void> {
  const s = schemaOf(city);
  await owner.query(`with a as (insert into ${s}.account (login, name, kind, command_id) values ('system', '系统', 'system', null) returning id)
    insert into ${s}.post (account_id, role, division_id, valid_from, command_id) select a.id, 'system', d.id, '2000-01-01', null from a, ${s}.division d where d.code = $1 and d.valid_to is null`, [city]);
}

/** Remembers a few of the inputs that went through each door. */
function listening(office: DemoOffice, given: Map<string, unknown[]>): DemoOffice {
  const keep = (door: string, input: unknown): void => {
    const heard = given.get(door) ?? [];
    if (heard.length < 25) heard.push(input);
    given.set(door, heard);
  };
  return {
    ...office,
    act: (login, door, input) => { keep(door, input); return office.act(login, door, input); },
    see: (login, door, input) => { keep(door, input); return office.see(login, door, input); },
  };
}
