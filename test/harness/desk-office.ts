import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startAgencies, type Agencies } from '../../demo/agencies/server.ts';
import { openDemoOffice, type DemoOffice } from '../../demo/seed/demo-office.ts';
import { DEMO_PASSWORD, demoStaff } from '../../demo/seed/staff.ts';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { demoCities, schemaOf } from '../../src/kernel/db/cities.ts';
import { openCity } from '../../src/kernel/db/city.ts';
import { loadCalendar } from '../../src/kernel/registers/calendar/load-calendar.ts';
import { loadDivisions } from '../../src/kernel/registers/division/load-divisions.ts';
import { buildWeb } from '../../src/server/build-web.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { launchBrowser } from './browser.ts';
import { createTestDatabase } from './database.ts';
import { buildWatchedApp } from './watched-app.ts';

/** A whole small bureau for journeys: real server, real divisions, the demo's staff, simulated agencies, a browser. */
export interface DeskOffice {
  readonly url: string;
  readonly office: DemoOffice;
  readonly agencies: Agencies;
  readonly browser: Browser;
  readonly owner: pg.Client;
  /** A browser of one's own, signed in at the workbench and standing on a page. */
  signedIn(login: string, path?: string, options?: { readonly width?: number; readonly height?: number }): Promise<{ readonly page: Page; readonly context: BrowserContext }>;
  /** Everything queued is done now, also what would have waited for its time. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** `day`: the morning the clock of the demo city starts on. */
export async function openDeskOffice(options: { readonly day: string }): Promise<DeskOffice> {
  await buildWeb();
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'minzheng-desk-'));
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await settleIn(owner, options.day);
  const agencies = await startAgencies();
  process.env['AGENCY_SOCIAL_INSURANCE_URL'] = `${agencies.url}/social-insurance`;
  process.env['AGENCY_BANK_DEPOSITS_URL'] = `${agencies.url}/bank-deposits`;
  const cities = new Map(demoCities.map((config) => [config.code, openCity(config, { databaseUrl: database.url, dataDir, connections: 8 })]));
  const app: FastifyInstance = await buildWatchedApp({ cities, defaultCity: '442000', doors: await findDoors(), webDir: join(import.meta.dirname, '../../dist') });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const office = await openDemoOffice({ databaseUrl: database.url, dataDir, owner });
  const browser = await launchBrowser();
  return {
    url, office, agencies, browser, owner,
    async signedIn(login, path = '/tasks', size = {}) {
      const context = await browser.newContext({ viewport: { width: size.width ?? 1440, height: size.height ?? 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
      const answer = await context.request.post(`${url}/api/c/session.sign-in`, { headers: { 'x-csrf': '1' }, data: { city: '442000', name: login, password: DEMO_PASSWORD } });
      if (!answer.ok()) throw new Error(`${login} cannot sign in: ${answer.status()} ${await answer.text()}`);
      const page = await context.newPage();
      await page.goto(`${url}/workbench${path}`);
      return { page, context };
    },
    async settle() {
      for (let round = 0; round < 5; round += 1) {
        await owner.query(`update ${schemaOf('442000')}.job set run_after = now() where state = 'waiting'`);
        await office.work();
      }
    },
    async close() {
      await browser.close();
      await app.close();
      await office.close();
      for (const city of cities.values()) await city.close();
      await agencies.stop();
      await owner.end();
      await database.drop();
    },
  };
}

/** What an installation finds on its first start: divisions, calendar, the accounts of the demo city. */
async function settleIn(owner: pg.Client, day: string): Promise<void> {
  await loadDivisions(owner, '442000');
  await loadCalendar(owner, '442000');
  const s = schemaOf('442000');
  await owner.query(`update ${s}.city set demo_day = $1`, [day]);
  const password = await hashPassword(DEMO_PASSWORD);
  const accounts = [...demoStaff.filter((one) => one.city === '442000').map((one) => ({ ...one, kind: 'staff' })), { login: 'system', name: '系统', role: 'system', division: '442000', kind: 'system' }];
  for (const account of accounts) {
    await owner.query(
      `with a as (insert into ${s}.account (login, name, kind, password, command_id) values ($1, $2, $3, $4, null) returning id)
       insert into ${s}.post (account_id, role, division_id, valid_from, command_id)
       select a.id, $5, d.id, '2000-01-01', null from a, ${s}.division d where d.code = $6 and d.valid_from <= $7 and (d.valid_to is null or d.valid_to > $7)`,
      [account.login, account.name, account.kind, account.kind === 'staff' ? password : null, account.role, account.division, day]);
  }
}
