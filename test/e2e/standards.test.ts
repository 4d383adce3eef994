import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workOnce } from '../../src/kernel/jobs/work.ts';
import { findHandlers } from '../../src/server/find-handlers.ts';
import { openRollOffice, type RollOffice } from '../harness/roll-office.ts';

let office: RollOffice;
let chen: Page;
let lin: Page;

beforeAll(async () => {
  office = await openRollOffice();
  const { world } = office;
  const homes = [];
  for (const [at, village] of ['442000001001', '442000001002', '442000002001', '442000100001'].entries()) homes.push(await world.household(village, 1 + (at % 3)));
  await world.takeOver(homes.map((home, at) => [home, at === 3 ? 900_000 : 53_300 * (1 + (at % 3)) - 10_000] as const), '2014-11');
  await office.person('chen', '陈永康', ['standards-officer']);
  await office.person('lin', '林秋月', ['standards-officer']);
  [chen, lin] = [await office.signIn('chen'), await office.signIn('lin')];
}, 120_000);
afterAll(() => office?.close());

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const plain = async (page: Page, place: string): Promise<string> => (await page.locator(place).first().innerText()).replaceAll(/\s/g, '');

it('[S002] 录入新标准、推演、另一位复核、逐户重算、公布', { timeout: 120_000 }, async () => {
  // 录入
  await chen.goto(`${office.url}/workbench/parameters`);
  await chen.getByRole('row', { name: /^最低生活保障标准/ }).first().click();
  await chen.getByRole('button', { name: '录入新的数' }).click();
  const dialog = chen.getByRole('dialog');
  await dialog.getByLabel('最低生活保障标准').fill('560');
  await dialog.getByLabel('从哪天起').fill('2014-12-01');
  await dialog.getByLabel('依据的文件').fill('中山市低保标准调整通知（测试用）');
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'detached' });

  // 推演：自己不能复核自己
  await chen.getByRole('link', { name: '推演、复核' }).click();
  await chen.getByRole('button', { name: '政策推演' }).click();
  await says(chen, '看了几户');
  expect(await plain(chen, '.mid .lead')).toContain('3户6人会改，每月多162.00元，到2014年底共+162.00元');
  await says(chen, '没有分担比例的文件');
  await says(chen, /推不出收入/);
  await chen.getByRole('button', { name: '看怎么算' }).first().click();
  await says(chen, '倒算的家庭月收入');
  expect(await chen.getByRole('button', { name: /复核同意/ }).getAttribute('aria-disabled')).toBe('true');

  // 复核，逐户重算
  await lin.goto(chen.url());
  await lin.getByRole('button', { name: /复核同意，560\.00/ }).click();
  await says(lin, '已经签发，正在逐户重算。');
  const handlers = await findHandlers();
  while (await workOnce(office.world.zs, handlers)) { /* until nothing is due */ }
  await says(lin, /逐户算完/);
  expect(await plain(lin, '.mid .lead')).toContain('3户6人改了');

  // 一览、打印、公布
  await lin.goto(`${office.url}/workbench/standards`);
  await lin.getByRole('table', { name: '标准调整重算' }).getByText('算完').waitFor();
  const [download] = await Promise.all([lin.waitForEvent('download'), lin.getByRole('button', { name: '导出 Excel' }).click()]);
  expect(download.suggestedFilename()).toMatch(/标准调整一览表.*\.xlsx/);
  await lin.goto(`${office.url}/workbench/standards/print`);
  await says(lin, '以下空白');
  await office.world.setDay('2014-12-01');
  await lin.goto(`${office.url}/standards`);
  await says(lin, /从 2014-12-01 起，原来是/);
  await says(lin, '中山市低保标准调整通知（测试用）');
});
