import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { hashPassword } from '../../src/kernel/access/password.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { buildWeb } from '../../src/server/build-web.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { APPRAISAL, CHEN_FORM, doors, openWorld, SURVEY, type World } from '../acceptance/application-world.ts';
import { resident } from '../acceptance/people.ts';
import { launchBrowser } from '../harness/browser.ts';
import { buildWatchedApp } from '../harness/watched-app.ts';

export const PASSWORD = 'jumin-2014';

/** The real server over a test city, the real bundles, and a browser. */
export interface ResidentWorld {
  readonly world: World;
  readonly url: string;
  readonly browser: Browser;
  /** Opens a phone (360 px wide unless told); what goes wrong in it is noted in `faults`. */
  phone(options?: { readonly width?: number }): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly faults: string[] }>;
  /** Somebody who signed up at a window, with a name to sign in by. */
  signedUp(login: string, name: string, idNumber: string): Promise<Caller>;
  signIn(page: Page, login: string): Promise<void>;
  close(): Promise<void>;
}

export async function openResidentWorld(): Promise<ResidentWorld> {
  await buildWeb();
  const world = await openWorld();
  const { zhongshan } = world.cities;
  const app: FastifyInstance = await buildWatchedApp({ cities: new Map([[zhongshan.code, zhongshan]]), defaultCity: zhongshan.code, doors: await findDoors(), webDir: join(import.meta.dirname, '../../dist') });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await launchBrowser();
  const password = await hashPassword(PASSWORD);
  return {
    world, url, browser,
    async phone({ width = 360 } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 740 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const faults: string[] = [];
      page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
      page.on('pageerror', (error) => faults.push(error.message));
      return { context, page, faults };
    },
    async signedUp(login, name, idNumber) {
      const caller = await resident(world.cities, zhongshan, name, idNumber);
      await world.cities.owner.query('update city_442000.account set login = $1, password = $2 where id = $3', [login, password, caller.account?.id]);
      return caller;
    },
    async signIn(page, login) {
      await page.getByLabel('手机号或身份证号').fill(login);
      await page.getByLabel('密码').fill(PASSWORD);
      await page.locator('main').getByRole('button', { name: '登录' }).click();
    },
    async close() { await browser.close(); await app.close(); await world.close(); },
  };
}

/** Brings an accepted case up to the notice of the town. Gives the day the notice ends. */
export async function toTownNotice(world: World, caseId: number): Promise<void> {
  await world.must('clerk', caseId, 'start-verification');
  await world.work();
  await world.must('clerk', caseId, 'complete-verification');
  await world.must('clerk', caseId, 'survey', { ...SURVEY, visitedOn: '2014-11-03' });
  await world.must('clerk', caseId, 'appraise', { ...APPRAISAL, heldOn: '2014-11-03' });
  await world.must('lead', caseId, 'propose', { opinion: '同意', place: '太平社区公告栏' });
}

/** And from there to the decision. */
export async function toDecision(world: World, caseId: number): Promise<void> {
  await world.on('2014-11-11');
  await world.must('lead', caseId, 'submit');
  await world.must('approver', caseId, 'propose-approval', { opinion: '同意', countyVisited: true, place: '市局网站' });
  await world.on('2014-11-19');
  await world.must('approver', caseId, 'approve');
}

export { CHEN_FORM, doors };
