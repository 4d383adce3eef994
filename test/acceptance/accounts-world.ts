import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { openTestCities, staff, type TestCities } from '../harness/city.ts';
import { buildWatchedApp } from '../harness/watched-app.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- an answer as it comes over the wire
export interface Answer { readonly status: number; readonly body: any; readonly cookie: string | undefined }
export const PASSWORD = '榕树 banyan 1893';

/** Somebody at a browser: holds the cookie, and takes the new one whenever the server gives one. */
export class Browser {
  cookie = '';
  readonly app: FastifyInstance;
  readonly address: string;
  constructor(app: FastifyInstance, address: string) { [this.app, this.address] = [app, address]; }

  async post(url: string, body: unknown, key: string = randomUUID()): Promise<Answer> {
    const answer = await this.app.inject({ method: 'POST', url, payload: body as object, remoteAddress: this.address, headers: { 'x-csrf': '1', 'idempotency-key': key, cookie: this.cookie, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Edg/120' } });
    const given = answer.headers['set-cookie'];
    const cookie = given === undefined ? undefined : (String(given).split(';')[0] ?? '');
    if (cookie !== undefined) this.cookie = cookie;
    return { status: answer.statusCode, body: answer.json(), cookie };
  }
  act(door: string, body: unknown, key?: string): Promise<Answer> { return this.post(`/api/c/${door}`, body, key); }
  see(door: string, body: unknown = {}): Promise<Answer> { return this.post(`/api/q/${door}`, body); }
  signIn(name: string, password: string): Promise<Answer> { return this.post('/api/c/session.sign-in', { city: '442000', name, password }); }
  async done(door: string, body: unknown): Promise<Answer['body']> {
    const { status, body: answer } = await this.act(door, body);
    if (status !== 200) throw new Error(`${door}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  }
}

export interface AccountsWorld {
  readonly cities: TestCities;
  readonly app: FastifyInstance;
  browser(): Browser;
  /** A member of staff with a post who has signed in with an own password. */
  at(role: string, division: string): Promise<{ readonly caller: Caller; readonly login: string; readonly browser: Browser }>;
  division(code: string): Promise<number>;
  rows<T extends object>(sql: string, values?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

export async function openAccountsWorld(): Promise<AccountsWorld> {
  const cities = await openTestCities();
  const app = await buildWatchedApp({ cities: new Map([['442000', cities.zhongshan]]), defaultCity: '442000', doors: await findDoors(), webDir: mkdtempSync(join(tmpdir(), 'minzheng-web-')) });
  const hash = await hashPassword(PASSWORD);
  let last = 0;
  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => (await cities.owner.query<T>(sql.replaceAll('city.', 'city_442000.'), values)).rows;
  const browser = (): Browser => new Browser(app, `10.7.0.${(last += 1)}`);
  return {
    cities, app, browser, rows,
    async at(role, division) {
      const caller = await staff(cities, cities.zhongshan, role, division);
      const [row] = await rows<{ login: string }>('update city.account set password = $1, password_set_at = now() where id = $2 returning login', [hash, caller.account?.id]);
      const one = browser();
      await one.signIn(row?.login ?? '', PASSWORD);
      return { caller, login: row?.login ?? '', browser: one };
    },
    async division(code) { return (await rows<{ id: number }>('select id from city.division where code = $1', [code]))[0]?.id ?? 0; },
    async close() { await app.close(); await cities.close(); },
  };
}
