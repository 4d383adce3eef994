import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { buildWeb } from '../../src/server/build-web.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { launchBrowser } from './browser.ts';
import { openPayrollWorld, type PayrollWorld } from './payroll-world.ts';
import { buildWatchedApp } from './watched-app.ts';

const PASSWORD = 'office-2014-12';

/** The roll desk in a real browser: a real server on a database of one's own, one account a person. */
export interface RollOffice {
  readonly world: PayrollWorld;
  readonly url: string;
  /** Opens an account with posts at the city's office. */
  person(login: string, name: string, roles: readonly string[]): Promise<void>;
  /** A browser of one's own, signed in through the form. */
  signIn(login: string): Promise<Page>;
  close(): Promise<void>;
}

export async function openRollOffice(): Promise<RollOffice> {
  await buildWeb();
  const world = await openPayrollWorld();
  const { zhongshan, guangzhou, owner } = world.cities;
  const app: FastifyInstance = await buildWatchedApp({ cities: new Map([['442000', zhongshan], ['440100', guangzhou]]), defaultCity: '442000', doors: await findDoors(), webDir: join(import.meta.dirname, '../../dist') });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const browser: Browser = await launchBrowser();
  return {
    world, url,
    async person(login, name, roles) {
      const password = await hashPassword(PASSWORD);
      await owner.query(
        `with a as (insert into city_442000.account (login, name, kind, password, command_id) values ($1, $2, 'staff', $3, null) returning id)
         insert into city_442000.post (account_id, role, division_id, valid_from, command_id) select a.id, r, d.id, '2000-01-01', null from a, unnest($4::text[]) r, city_442000.division d where d.code = '442000'`, [login, name, password, roles]);
    },
    async signIn(login) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', acceptDownloads: true });
      const page = await context.newPage();
      await page.goto(`${url}/workbench/rolls`);
      await page.getByLabel('账号').fill(login);
      await page.getByLabel('密码').fill(PASSWORD);
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: '发放' }).waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await app.close();
      await world.close();
    },
  };
}
