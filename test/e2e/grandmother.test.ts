import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import issueCode from '../../src/kernel/mandates/commands/issue-code.ts';
import { CHEN } from '../acceptance/application-world.ts';
import { fillFamily, fillIncome } from './fill-application.ts';
import { openResidentWorld, type ResidentWorld } from './resident-world.ts';

/** An old phone on a bad line: bytes a second each way, milliseconds there and back. */
const SLOW = { offline: false, downloadThroughput: 60_000, uploadThroughput: 30_000, latency: 150 };

let home: ResidentWorld;
let code: string;
beforeAll(async () => {
  home = await openResidentWorld();
  await home.world.on('2014-11-03');
  const mother = await home.signedUp('13800000001', ...CHEN);
  await home.signedUp('13800000009', '黄丽', '442099198001011230');
  ({ code } = await home.world.done(mother, issueCode, { helperName: '黄丽', relation: '女儿', matters: ['subsistence-allowance'], to: '2014-12-31' }));
}, 120_000);
afterAll(() => home.close());

const next = (page: Page) => page.getByRole('button', { name: /^(下一问|下一步)/ }).click();
const asks = (page: Page, words: RegExp) => page.getByText(words).first().waitFor();
const rows = async (sql: string) => (await home.world.cities.owner.query(sql)).rows as Record<string, unknown>[];

async function slowPhone() {
  const { context, page } = await home.phone();
  page.setDefaultTimeout(30_000);
  const line = await context.newCDPSession(page);
  await line.send('Network.emulateNetworkConditions', SLOW);
  return { context, page, cut: (offline: boolean) => line.send('Network.emulateNetworkConditions', { ...SLOW, offline }) };
}

test('[S215] 七十岁的老人，360 宽的手机，大字，慢线路：断一次网，登录到一次时间，女儿凭授权帮着写，最后只有一件申请', async () => {
  const { context, page, cut } = await slowPhone();
  await page.goto(`${home.url}/apply/subsistence-allowance`);
  await home.signIn(page, '13800000001');
  await page.getByRole('switch', { name: '大字' }).check();

  // one thing a screen: the place, the address, …; the line breaks in the middle
  await asks(page, /这一步第 1 问，共 4 问/);
  await page.getByLabel(/户口在哪个村/).selectOption({ label: '石岐区' });
  await page.getByLabel('村（居）').selectOption({ label: '太平社区' });
  await next(page);
  await cut(true);
  await page.getByLabel('现在住在哪里').fill('太平路 3 号');
  await asks(page, /没有网，先存在这台手机上/);
  await next(page);
  await page.getByLabel('联系电话').fill('138');
  await next(page);
  await asks(page, /电话没有看懂/);
  await page.getByLabel('联系电话').fill('13800000000');
  await cut(false);
  await asks(page, /已存，断网不丢/);
  await next(page);

  // the session ends: the page stays, nothing typed is lost
  await home.world.cities.owner.query(`delete from city_442000.session`);
  await page.getByRole('radio', { name: '城镇（非农业）' }).check();
  const again = page.getByRole('dialog', { name: '登录到时间了' });
  await again.waitFor();
  await again.getByLabel('手机号或身份证号').fill('13800000001');
  await again.getByLabel('密码').fill('jumin-2014');
  await again.getByRole('button', { name: '登录，接着写' }).click();
  await again.waitFor({ state: 'detached' });
  expect(await page.getByRole('radio', { name: '城镇（非农业）' }).isChecked()).toBe(true);
  await asks(page, /已存，断网不丢/);

  // the daughter takes the code, and writes on in the same draft; the signature is not hers
  const daughter = await home.phone({ width: 390 });
  await daughter.page.goto(`${home.url}/helping`);
  await home.signIn(daughter.page, '13800000009');
  await daughter.page.getByRole('textbox', { name: '他的姓名' }).fill(CHEN[0]);
  await daughter.page.getByRole('textbox', { name: '授权码' }).fill(code);
  await daughter.page.getByRole('button', { name: '用这个码' }).click();
  await daughter.page.getByRole('button', { name: '替陈秀英办' }).click();
  await daughter.page.getByText('您在替陈秀英办').waitFor();
  await daughter.page.getByRole('link', { name: /替陈秀英申请低保/ }).click();
  await daughter.page.getByRole('heading', { name: '家里有谁', exact: true }).waitFor();
  await fillFamily(daughter.page);
  await fillIncome(daughter.page);
  await daughter.page.getByRole('button', { name: /^下一步/ }).click();
  await daughter.page.getByLabel(/全家存款/).fill('6318.42');
  await daughter.page.getByLabel(/有几辆汽车/).fill('0');
  await daughter.page.getByLabel(/有几套房子/).fill('1');
  await daughter.page.getByText(/已存，断网不丢/).waitFor();
  await daughter.page.goto(`${home.url}/my`);
  await daughter.page.getByText('您现在在替陈秀英办').waitFor();
  await daughter.context.close();

  // the mother goes on where the daughter stopped, signs, and sends: the answer is lost, she presses twice more
  const tab = await context.newPage();
  tab.setDefaultTimeout(30_000);
  await tab.goto(`${home.url}/apply/subsistence-allowance`);
  await asks(tab, /银行卡或存折吗/);
  await tab.getByRole('radio', { name: '没有', exact: true }).check();
  await next(tab);
  await asks(tab, /户名不是家里人的/);
  await next(tab);
  await tab.getByRole('radio', { name: '同意', exact: true }).check();
  await next(tab);
  await tab.getByLabel(/写下您的姓名/).fill(CHEN[0]);
  await next(tab);
  await tab.getByRole('radio', { name: '没有', exact: true }).check();
  await next(tab);
  await tab.getByRole('heading', { name: '再看一遍' }).waitFor();
  await tab.getByRole('radio', { name: '是', exact: true }).check();
  await asks(tab, /已存，断网不丢/);
  let lost = 0;
  await tab.route('**/api/c/casework.apply', async (route) => { lost += 1; if (lost > 1) return route.continue(); await route.fetch(); return route.abort(); });
  await tab.getByRole('button', { name: '交上去' }).click();
  await asks(tab, /您写的都还在/);
  await tab.getByRole('button', { name: '交上去' }).dblclick();
  await tab.getByRole('heading', { name: /我们收到了/ }).waitFor();

  // back leads to the one that is being worked on, not to a second one
  await tab.goBack();
  await tab.getByRole('heading', { name: /正在办/ }).waitFor();
  expect(await rows('select number from city_442000.case_file')).toHaveLength(1);
  expect(await rows(`select actor_name from city_442000.case_action where step = 'open'`)).toEqual([{ actor_name: '陈秀英' }]);
  expect(await rows('select how from city_442000.authorisation')).toEqual([{ how: 'portal' }]);
  expect(await rows(`select values_cipher is not null as kept from city_442000.case_draft where case_id is null`)).toHaveLength(0);
  await context.close();
}, 120_000);
