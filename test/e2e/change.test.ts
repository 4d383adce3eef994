import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '../../src/kernel/access/password.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { buildWeb } from '../../src/server/build-web.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { OTHERS } from '../harness/applicants.ts';
import { launchBrowser } from '../harness/browser.ts';
import { openChangeWorld, type ChangeWorld, type GrantedHome } from '../harness/change-world.ts';
import { rollStory } from '../harness/roll-story.ts';
import { buildWatchedApp } from '../harness/watched-app.ts';

const PASSWORD = '变更-2014';
let world: ChangeWorld;
let app: FastifyInstance;
let browser: Browser;
let url: string;
let he: GrantedHome;
let ma: GrantedHome;
let zhou: GrantedHome;
const wage = (person: string, monthly: string) => ({ incomes: [{ person, source: 'wage', regular: 'monthly', monthly }] });

beforeAll(async () => {
  await buildWeb();
  world = await openChangeWorld('2014-10-13');
  he = await world.granted(OTHERS.he, '2014-11', wage('何伟明', '700'));
  ma = await world.granted(OTHERS.ma, '2014-11', wage('马丽群', '300'));
  zhou = await world.granted(OTHERS.zhou, '2014-11');
  await world.payroll.setDay('2014-11-03');
  const { zs } = world.payroll;
  app = await buildWatchedApp({ cities: new Map([['442000', zs]]), defaultCity: '442000', doors: await findDoors(), webDir: join(import.meta.dirname, '../../dist') });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => { await browser?.close(); await app?.close(); await world?.close(); });

/** A browser of one's own, signed in and standing on a page. */
async function open(caller: Caller, path: string, width = 1440): Promise<Page> {
  const { rows: [account] } = await world.payroll.cities.owner.query<{ login: string }>('update city_442000.account set password = $1 where id = $2 returning login', [await hashPassword(PASSWORD), caller.account?.id]);
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 844 : 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  const answer = await context.request.post(`${url}/api/c/session.sign-in`, { headers: { 'x-csrf': '1' }, data: { city: '442000', name: account?.login, password: PASSWORD } });
  expect(answer.ok(), await answer.text()).toBe(true);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${url}${path}`);
  return page;
}
const shoot = async (page: Page, name: string): Promise<void> => { if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true }); };

/** Everything by keyboard: a field gets the focus, the letters are typed. */
async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  const input = page.getByLabel(label).and(page.locator('input, textarea')).first();
  await input.focus();
  await input.pressSequentially(text);
}
async function choose(page: Page, question: string | RegExp, at: number): Promise<void> {
  const radio = page.getByRole('group', { name: question }).getByRole('radio').nth(at);
  await radio.focus();
  await radio.press('Space');
}
async function press(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
  const button = page.getByRole(role, { name }).last();
  await button.focus();
  await button.press('Enter');
}

test('[S001] 添丁：经办从家庭页办理变更，只用键盘，先看会怎样再登记，受理、决定，登记和金额一起变', async () => {
  const before = (await world.worth(he.grant, '2014-11', 1))[0] as number;
  const page = await open(world.payroll.clerk, `/workbench/households/${he.household}`);
  await page.getByRole('heading', { name: /一户两口/ }).waitFor();
  await press(page, '办理变更', 'link');
  await page.getByRole('heading', { level: 1, name: '家里发生了什么' }).waitFor();
  await page.getByLabel('变更事项').selectOption('birth');
  await type(page, '发生日期', '20141020');
  await type(page, '新增成员姓名', '何宝');
  await page.getByLabel('与申请人关系').selectOption('child');
  await choose(page, '性别', 1);
  for (const question of ['户籍是否在本市', '新增成员已授权核对经济状况']) await choose(page, question, 0);
  await press(page, '先看会怎样');
  await page.getByText('变更后').first().waitFor();
  const sheet = await page.locator('.change-preview').innerText();
  expect(sheet).toContain('2014年12月');
  expect(sheet).toContain('何宝');
  expect(sheet).toMatch(/1,?599\.00|899\.00/);
  await shoot(page, 'change-1440');
  // what was looked at is not yet anything
  expect(await world.worth(he.grant, '2014-12', 1)).toEqual([before]);
  await page.setViewportSize({ width: 390, height: 844 });
  await shoot(page, 'change-390');
  await page.setViewportSize({ width: 1440, height: 900 });
  await press(page, '登记这次变更');
  await page.getByRole('heading', { name: '已经登记' }).waitFor();
  await press(page, '接着办这一件', 'link');
  await page.getByRole('button', { name: '受理变更' }).first().waitFor();
  const caseUrl = new URL(page.url()).pathname;
  await page.keyboard.press('a');
  await page.getByRole('dialog').getByRole('heading', { name: '受理变更' }).waitFor();
  await choose(page, '要核对收入财产或入户', 1);
  await type(page, '看了哪些凭据', '出生证');
  await press(page, /^受理变更/);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await world.worth(he.grant, '2014-12', 1)).toEqual([before]);
  const judge = await open(world.judge, caseUrl);
  await judge.getByRole('button', { name: /^同意变更/ }).first().waitFor();
  await judge.keyboard.press('a');
  await judge.getByRole('dialog').waitFor();
  await type(judge, '审批意见', '同意');
  await press(judge, /^同意变更/);
  await judge.getByRole('dialog').waitFor({ state: 'detached' });
  await judge.getByText('已变更').first().waitFor();
  expect((await world.worth(he.grant, '2014-12', 1))[0]).toBe(before + 53_300);
  await page.goto(`${url}/workbench/households/${he.household}`);
  await page.getByRole('heading', { name: /一户三口/ }).waitFor();
  await shoot(page, 'household-1440');
}, 180_000);

test('[S001] 没有工作了：居民在手机上报，先用大白话看会怎样，再报上去；没有决定以前钱不变', async () => {
  const before = await world.worth(ma.grant, '2014-11', 2);
  const phone = await open(await world.residentOf(OTHERS.ma[0]!), '/my', 390);
  await phone.getByRole('link', { name: /变化/ }).first().click();
  await phone.getByRole('heading', { level: 1, name: '家里有什么变化' }).waitFor();
  const kind = phone.getByLabel('是哪一种变化');
  expect(await kind.innerText()).not.toMatch(/失业|（/);
  await kind.selectOption('job-lost');
  await phone.getByLabel('哪一天的事').fill('2014');
  await phone.getByLabel('月', { exact: true }).fill('10');
  await phone.getByLabel('日', { exact: true }).fill('31');
  await phone.getByLabel('是家里的谁').fill('马丽群');
  await shoot(phone, 'portal-change-390');
  await phone.getByRole('button', { name: /^下一步/ }).click();
  await phone.getByRole('heading', { name: '先看看会怎样' }).waitFor();
  const told = await phone.locator('.change-told').innerText();
  expect(told).toContain('原来 1 口人，每月 233.00 元');
  expect(told).toContain('大约每月 533.00 元');
  expect(told).toContain('这是先算的数，不是决定');
  expect(await phone.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await shoot(phone, 'portal-preview-390');
  await phone.setViewportSize({ width: 1440, height: 900 });
  await shoot(phone, 'portal-preview-1440');
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.getByRole('button', { name: '报上去' }).click();
  await phone.getByRole('heading', { name: '我们收到了' }).waitFor();
  expect(await world.worth(ma.grant, '2014-11', 2)).toEqual(before);
  await phone.getByRole('link', { name: '看看办到哪一步' }).click();
  await phone.getByText('待受理变更').first().waitFor();
}, 120_000);

test('[S001] 人员页登记死亡：说清会怎样，下一笔马上暂缓，别家不动', async () => {
  const desk = rollStory(world.payroll);
  const roll = await desk.draw('2014-11');
  const lines = async () => (await world.payroll.cities.owner.query<{ household: string; status: string }>('select household_id as household, status from city_442000.roll_line where roll_id = $1 order by household_id', [roll])).rows;
  expect((await lines()).map((one) => one.status)).toEqual(['open', 'open', 'open']);
  const page = await open(world.payroll.clerk, `/workbench/people/${zhou.persons['周玉珍']}`);
  await press(page, '登记死亡');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('下一笔马上暂缓').waitFor();
  const day = dialog.getByLabel('去世日期');
  await day.fill('2014-10-30');
  await shoot(page, 'death-1440');
  await page.setViewportSize({ width: 390, height: 844 });
  await shoot(page, 'death-390');
  await page.setViewportSize({ width: 1440, height: 900 });
  // without saying how it is known nothing is recorded
  await dialog.getByRole('button', { name: '登记死亡' }).click();
  await dialog.getByRole('alert').or(dialog.locator('[aria-invalid="true"]')).first().waitFor();
  expect((await lines()).every((one) => one.status === 'open')).toBe(true);
  await dialog.getByLabel('说明').fill('家属送来死亡证明');
  await dialog.getByRole('button', { name: '登记死亡' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('2014年10月30日去世').waitFor();
  await world.work();
  expect((await lines()).map((one) => [Number(one.household), one.status])).toEqual([he, ma, zhou].map((home) => [home.household, home === zhou ? 'held' : 'open']));
  await page.goto(`${url}/workbench/households/${zhou.household}`);
  await page.getByText('暂缓').first().waitFor();
  await shoot(page, 'household-death-1440');
}, 120_000);
