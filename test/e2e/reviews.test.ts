import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { beginDay } from '../../src/kernel/clock/begin-day.ts';
import type { JobHandler } from '../../src/kernel/jobs/job.ts';
import { workOnce } from '../../src/kernel/jobs/work.ts';
import startReviews from '../../src/kernel/reviews/commands/start.ts';
import { buildWeb } from '../../src/server/build-web.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { findHandlers } from '../../src/server/find-handlers.ts';
import { launchBrowser } from '../harness/browser.ts';
import { staff } from '../harness/city.ts';
import { BENEFIT, openPayrollWorld, type PayrollWorld } from '../harness/payroll-world.ts';
import { buildWatchedApp } from '../harness/watched-app.ts';

let world: PayrollWorld;
let app: FastifyInstance;
let browser: Browser;
let page: Page;
let handlers: readonly JobHandler[];

beforeAll(async () => {
  await buildWeb();
  world = await openPayrollWorld();
  const { zs, cities } = world;
  await staff(cities, zs, 'system', '442000');
  const homes = [];
  for (const size of [1, 2, 3]) homes.push(await world.household('442000001001', size));
  await world.takeOver(homes.map((home) => [home, 53_300] as const), '2014-05');
  await world.do(await staff(cities, zs, 'approver', '442000'), startReviews, { benefit: BENEFIT, from: '2014-11', reason: '花名册已全部接收' });
  await beginDay(zs);
  handlers = await findHandlers();
  while (await workOnce(zs, handlers)) { /* until nothing is due */ }
  await cities.owner.query(`update city_442000.person set death_date = '2014-10-20' where id = $1`, [homes[2]!.persons[0]]);
  const { rows: [account] } = await cities.owner.query<{ login: string }>('update city_442000.account set password = $1 where id = $2 returning login', [await hashPassword('office-2014'), world.clerk.account?.id]);
  app = await buildWatchedApp({ cities: new Map([['442000', zs]]), defaultCity: '442000', doors: await findDoors(), webDir: join(import.meta.dirname, '../../dist') });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })).newPage();
  await page.goto(`${url}/workbench/reviews`);
  await page.getByLabel('账号').fill(account!.login);
  await page.getByLabel('密码').fill('office-2014');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '定期复核' }).waitFor();
}, 240_000);
afterAll(async () => { await browser?.close(); await app?.close(); await world?.close(); });

test('[S001] 复核：选上没有不同的，成批维持；有不同的退回来，写明原因', async () => {
  await page.getByRole('button', { name: '选上没有不同的 3 户' }).click();
  await page.getByText('选了 3 户').first().waitFor();
  const shots = process.env['SHOTS'];
  if (shots) await page.screenshot({ path: `${shots}/reviews-1440.png`, fullPage: true });
  await page.getByRole('button', { name: '没有变化，维持' }).click();
  await page.getByRole('dialog').getByText('入户', { exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: '复核意见' }).fill('入户看过，没有变化');
  if (shots) await page.screenshot({ path: `${shots}/reviews-dialog.png` });
  await page.getByRole('button', { name: '看看哪些办得了，3 户' }).click();
  const settle = async () => { while (await workOnce(world.zs, handlers)) { /* until nothing is due */ } };
  await expect.poll(async () => { await settle(); return page.getByRole('dialog').innerText(); }, { timeout: 60_000 }).toContain('2 户可以办，1 户办不了');
  expect(await page.getByLabel('办理结果').textContent()).toContain('已登记死亡');
  await page.getByText('待复核 3').first().waitFor();
  await page.getByRole('button', { name: '没有变化，维持，2 户' }).click();
  await expect.poll(async () => { await settle(); return page.getByRole('dialog').innerText(); }, { timeout: 60_000 }).toContain('办好 2 户，退回 1 户');
  if (shots) await page.screenshot({ path: `${shots}/reviews-done.png` });
  await page.getByRole('button', { name: '知道了' }).click();
  await page.getByText('待复核 1').first().waitFor();
  if (shots) { await page.setViewportSize({ width: 390, height: 844 }); await page.screenshot({ path: `${shots}/reviews-390.png`, fullPage: true }); }
}, 120_000);
