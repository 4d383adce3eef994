import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { startIdentityProvider, type IdentityProvider, type KnownPerson } from '../../demo/sign-on/provider.ts';
import { hashPassword } from '../../src/kernel/access/password.ts';
import type { Role } from '../../src/kernel/access/roles.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { openTestCities, staff, type TestCities } from './city.ts';
import { buildWatchedApp } from './watched-app.ts';

export const ADDRESS = 'http://127.0.0.1:8080';
export const PASSWORD = '山高月小水落石出';
const SECRET = 'a-secret-of-the-test-that-is-long-enough';
let written = 0;

/** One answer as a browser sees it. */
export interface Seen { readonly status: number; readonly to: string; readonly body: Record<string, any> } // oxlint-disable-line typescript/no-explicit-any -- an answer as it comes over the wire

/** A browser by hand: keeps cookies for the platform and for the provider, follows nothing by itself. */
export class TestBrowser {
  readonly #app: FastifyInstance;
  readonly ours = new Map<string, string>();
  readonly theirs = new Map<string, string>();
  constructor(app: FastifyInstance) { this.#app = app; }

  async post(door: string, body: unknown = {}, key = `key-${Math.random()}`): Promise<Seen> {
    return this.#take(await this.#app.inject({ method: 'POST', url: `/api/${door}`, payload: body as object, headers: { 'x-csrf': '1', 'idempotency-key': key, cookie: joinCookies(this.ours) } }));
  }
  async get(url: string): Promise<Seen> { return this.#take(await this.#app.inject({ method: 'GET', url, headers: { cookie: joinCookies(this.ours) } })); }
  async me(): Promise<Seen['body']> { return (await this.post('q/session.me')).body; }

  /** At the provider's: from the address we were sent to, choosing somebody (or nobody), to the address the provider sends us back to. */
  async atProvider(to: string, who: string): Promise<string> {
    let answer = await this.#fetch(to);
    if (answer.location.includes('/interaction/')) {
      await this.#fetch(answer.location);
      answer = await this.#fetch(answer.location, `who=${encodeURIComponent(who)}`);
      answer = await this.#fetch(answer.location);
    }
    return answer.location;
  }
  /** The whole way: begin, choose, come back. */
  async signOn(provider: string, who: string, backTo = '/workbench/tasks'): Promise<Seen & { readonly back: string }> {
    const { body } = await this.post('c/session.begin-sign-on', { city: '442000', provider, backTo });
    const back = (await this.atProvider(body.to, who)).replace(ADDRESS, '');
    return { ...(await this.get(back)), back };
  }

  #take(answer: Awaited<ReturnType<FastifyInstance['inject']>>): Seen {
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) keep(this.ours, cookie);
    return { status: answer.statusCode, to: String(answer.headers.location ?? ''), body: answer.headers['content-type']?.toString().includes('json') ? answer.json() : {} };
  }
  async #fetch(url: string, form?: string): Promise<{ location: string }> {
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie: joinCookies(this.theirs), ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) }, ...(form === undefined ? {} : { method: 'POST', body: form }) });
    for (const cookie of answer.headers.getSetCookie()) keep(this.theirs, cookie);
    await answer.arrayBuffer();
    return { location: new URL(answer.headers.get('location') ?? '', url).href };
  }
}
const joinCookies = (jar: ReadonlyMap<string, string>): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = ''] = cookie.split(';');
  const at = pair.indexOf('=');
  if (pair.slice(at + 1) === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
}

/** A platform with a provider beside it: 中山 of the test database, two providers (staff, residents) on one server. */
export interface SignOnOffice {
  readonly cities: TestCities;
  readonly app: FastifyInstance;
  readonly provider: IdentityProvider;
  browser(): TestBrowser;
  /** Opens an account with a post and a password. Its login is answered. */
  clerk(login: string, role: Role, division: string): Promise<number>;
  /** Writes the settings file: what differs from both providers on and passwords for all. */
  settings(more?: object): void;
  close(): Promise<void>;
}

export async function openSignOnOffice(people: readonly KnownPerson[] = [], options: { readonly codeSeconds?: number } = {}): Promise<SignOnOffice> {
  const cities = await openTestCities();
  const city = cities.zhongshan;
  await staff(cities, city, 'system', '442000');
  const provider = await startIdentityProvider({
    title: '统一认证', people, codeSeconds: options.codeSeconds ?? 60,
    clients: [{ id: 'minzheng', secret: SECRET, backTo: [`${ADDRESS}/api/sso/back`], leaveTo: [`${ADDRESS}/workbench/`, `${ADDRESS}/`] }],
  });
  const app = await buildWatchedApp({ cities: new Map([['442000', city]]), defaultCity: '442000', doors: await findDoors(), webDir: mkdtempSync(join(tmpdir(), 'minzheng-web-')) });
  const of = (id: string) => ({ id, title: '统一认证', issuer: provider.issuer, clientId: 'minzheng', clientSecret: SECRET, scope: 'openid identity', clockToleranceSeconds: 30 });
  const settings = (more: object = {}): void => {
    const file = join(city.dataDir, 'sign-on.json');
    writeFileSync(file, JSON.stringify({ '442000': {
      address: ADDRESS, providers: [
        { ...of('bureau'), kind: 'staff', accountClaim: 'account_name' },
        { ...of('province'), kind: 'resident', idNumberClaim: 'id_number', verified: { claim: 'real_name', values: ['verified'] } },
        { ...of('gone'), kind: 'staff', accountClaim: 'account_name', issuer: 'http://127.0.0.1:59998' },
        { ...of('stranger'), kind: 'staff', accountClaim: 'account_name', clientSecret: 'not the secret' },
      ], ...more,
    } }));
    // two writes within a millisecond are two settings
    utimesSync(file, 1_700_000_000 + (written += 1), 1_700_000_000 + written);
  };
  settings();
  return {
    cities, app, provider, settings,
    browser: () => new TestBrowser(app),
    async clerk(login, role, division) {
      const caller = await staff(cities, city, role, division);
      await cities.owner.query('update city_442000.account set login = $2, password = $3 where id = $1', [caller.account?.id, login, await (hashed ??= hashPassword(PASSWORD))]);
      return caller.account?.id ?? 0;
    },
    async close() { await app.close(); await provider.stop(); await cities.close(); },
  };
}
let hashed: Promise<string> | undefined;
