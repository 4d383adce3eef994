import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { startAgencies, type Agencies } from '../../demo/agencies/server.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { beginDay } from '../../src/kernel/clock/begin-day.ts';
import { schemaOf } from '../../src/kernel/db/cities.ts';
import type { City } from '../../src/kernel/db/city.ts';
import type { JobHandler } from '../../src/kernel/jobs/job.ts';
import { workOnce } from '../../src/kernel/jobs/work.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { findHandlers } from '../../src/server/find-handlers.ts';
import { openTestCities, staff, type TestCities } from './city.ts';
import { buildWatchedApp } from './watched-app.ts';

export type Wire = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- an answer as it comes over the wire
export interface Answer { readonly status: number; readonly body: Wire }

const PASSWORD = '演示用';

/** 广州 of the test database has one district; a story that moves needs another. */
const MORE_OF_GUANGZHOU = [
  ['440104', '越秀区', 'county', '440100'], ['440104003', '北京街道', 'town', '440104'], ['440104003104', '流水井社区', 'village', '440104003'],
] as const;

/** A city's offices spoken to over HTTP only: every post is signed in when it is first asked, the clock moves through its own command. */
export class Bureau {
  readonly #callers = new Map<string, Promise<Caller>>();
  readonly #cookies = new Map<number, Promise<string>>();
  readonly cities: TestCities;
  readonly city: City;
  private readonly app: FastifyInstance;
  private readonly agencies: Agencies;
  private readonly handlers: readonly JobHandler[];
  today: string;

  private constructor(cities: TestCities, city: City, app: FastifyInstance, agencies: Agencies, handlers: readonly JobHandler[], today: string) {
    [this.cities, this.city, this.app, this.agencies, this.handlers, this.today] = [cities, city, app, agencies, handlers, today];
  }

  static async open(code: '442000' | '440100', day: string, from: Parameters<typeof openTestCities>[0] = {}): Promise<Bureau> {
    const cities = await openTestCities(from);
    const city = code === '442000' ? cities.zhongshan : cities.guangzhou;
    const schema = schemaOf(code);
    for (const [division, name, level, parent] of code === '440100' ? MORE_OF_GUANGZHOU : []) {
      await cities.owner.query(`insert into ${schema}.division (code, name, level, parent_id, valid_from) values ($1, $2, $3, (select id from ${schema}.division where code = $4), '2000-01-01')`, [division, name, level, parent]);
    }
    // the clock of a city never goes back; a story may begin before the harness's own day
    await cities.owner.query(`set session_replication_role = replica; update ${schema}.city set demo = true, demo_day = '${day}'; set session_replication_role = origin`);
    await staff(cities, city, 'system', code);
    const agencies = await startAgencies();
    process.env['AGENCY_SOCIAL_INSURANCE_URL'] = `${agencies.url}/social-insurance`;
    process.env['AGENCY_BANK_DEPOSITS_URL'] = `${agencies.url}/bank-deposits`;
    const app = await buildWatchedApp({ cities: new Map([[code, city]]), defaultCity: code, doors: await findDoors(), webDir: mkdtempSync(join(tmpdir(), 'minzheng-web-')) });
    return new Bureau(cities, city, app, agencies, await findHandlers(), day);
  }

  /** The holder of a post: one person a role and office; `nth` is a colleague in the same post. */
  at(role: string, division: string = this.city.code, nth = 1): Promise<Caller> {
    return this.#known(`${role} ${division} ${nth}`, () => staff(this.cities, this.city, role, division));
  }

  /** The resident behind a person of the register. */
  resident(person: number, name: string): Promise<Caller> {
    return this.#known(`resident ${person}`, async () => {
      const { rows: [account] } = await this.cities.owner.query<{ id: string }>(`insert into ${schemaOf(this.city.code)}.account (login, name, kind, person_id, command_id) values ('resident-' || gen_random_uuid(), $1, 'resident', $2, 0) returning id`, [name, person]);
      return { account: { id: Number(account?.id), name, kind: 'resident' }, post: null, posts: [], person, divisions: [] };
    });
  }

  act(caller: Caller, door: string, body: unknown): Promise<Answer> { return this.#post(caller, `/api/c/${door}`, body); }
  async done(caller: Caller, door: string, body: unknown): Promise<Wire> { return good(door, await this.act(caller, door, body)); }
  async see(caller: Caller, door: string, body: unknown = {}): Promise<Wire> { return good(door, await this.#post(caller, `/api/q/${door}`, body)); }

  /** A new business day begins, and everything queued is done. A day that is over already changes nothing. */
  async day(to: string): Promise<void> {
    if (to > this.today) {
      await this.done(await this.at('administrator'), 'clock.move', { to });
      this.today = to;
      await beginDay(this.city);
    }
    await this.work();
  }

  async work(): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      const { rowCount } = await this.cities.owner.query(`update ${schemaOf(this.city.code)}.job set run_after = now() where state = 'waiting' and attempts < 3`);
      if (rowCount === 0) return;
      while (await workOnce(this.city, [...this.handlers])) { /* until nothing is due */ }
    }
  }

  /** Rows of the city's own tables, for numbers that no page shows. */
  async peek<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.cities.owner.query<T>(sql.replaceAll('city.', `${schemaOf(this.city.code)}.`), values)).rows;
  }

  async close(): Promise<void> { await this.agencies.stop(); await this.app.close(); await this.cities.close(); }

  #known(key: string, make: () => Promise<Caller>): Promise<Caller> {
    const known = this.#callers.get(key) ?? make();
    this.#callers.set(key, known);
    return known;
  }

  async #post(caller: Caller, url: string, body: unknown): Promise<Answer> {
    const id = caller.account?.id ?? 0;
    const cookie = this.#cookies.get(id) ?? this.#signIn(id);
    this.#cookies.set(id, cookie);
    const answer = await this.app.inject({ method: 'POST', url, payload: body as object, headers: { 'x-csrf': '1', 'idempotency-key': randomUUID(), cookie: await cookie } });
    return { status: answer.statusCode, body: answer.json() };
  }

  async #signIn(account: number): Promise<string> {
    const { rows: [row] } = await this.cities.owner.query<{ login: string }>(`update ${schemaOf(this.city.code)}.account set password = $1 where id = $2 returning login`, [await (passwordHash ??= hashPassword(PASSWORD)), account]);
    const answer = await this.app.inject({ method: 'POST', url: '/api/c/session.sign-in', payload: { city: this.city.code, name: row?.login, password: PASSWORD }, headers: { 'x-csrf': '1' } });
    return String(answer.headers['set-cookie']).split(';')[0] ?? '';
  }
}

let passwordHash: Promise<string> | undefined;

function good(door: string, { status, body }: Answer): Wire {
  if (status !== 200) throw new Error(`${door}: ${status} ${JSON.stringify(body)}`);
  return body;
}
