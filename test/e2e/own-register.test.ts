import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDeskOffice, type DeskOffice } from '../harness/desk-office.ts';

let desk: DeskOffice;

beforeAll(async () => { desk = await openDeskOffice({ day: '2014-11-03' }); }, 120_000);
afterAll(() => desk?.close());

const OLD_SHEET = '名称\t类别\t成员\t备案到期\n太极队\t文体\t30\t2014年12月1日\n互助会\t互助\t十人\t2015/3/1';

/** From a heap of rows to a register in force: what a clerk types, nothing else. */
async function design(page: Page): Promise<void> {
  await page.getByLabel('台账叫什么').fill('晨练队伍');
  await page.getByLabel('一条是一个什么').fill('支');
  await page.getByLabel('一句话说它记什么').fill('社区里的晨练队伍，一支一条。');
  const name = () => page.getByLabel('字段名称').last();
  const kind = () => page.getByLabel('类型').last();
  await name().press('Enter');
  await name().fill('备案到期');
  await kind().selectOption('date');
  await name().press('Enter');
  await name().fill('类别');
  await kind().selectOption('choice');
  await page.getByLabel('选项，一行一个').fill('文体\n互助');
  await page.getByRole('button', { name: '加一个字段' }).first().click();
  await name().fill('成员');
  await kind().selectOption('integer');
  // the order by keyboard: what was written first goes last
  await page.getByLabel('字段名称').nth(1).press('Alt+ArrowDown');
  await page.getByRole('button', { name: '加一个提醒' }).click();
  await page.getByLabel(/提醒的话/).fill('备案快到期');
  await page.getByRole('button', { name: '加一个统计' }).click();
}

it('把一叠旧表变成台账：设计、拿旧表试、交人复核、发布，马上登记', { timeout: 120_000 }, async () => {
  const { page } = await desk.signedIn('elderly', '/registers');
  await page.getByRole('link', { name: '自建台账' }).click();
  await page.getByRole('link', { name: '新建台账' }).first().click();
  await page.getByRole('button', { name: '从空白开始' }).click();
  await design(page);
  expect(await page.getByLabel('字段名称').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))).toEqual(['名称', '类别', '备案到期', '成员']);
  await page.getByLabel(/从旧表里连标题/).fill(OLD_SHEET);
  await page.getByRole('button', { name: '用这些行试' }).click();
  await page.getByText('2 行里 1 行可以登记。').waitFor();
  await page.getByText('第 3 行（互助会）：“成员”写的“十人”不是数字，请只写整数。').waitFor();
  await page.getByText('晨练队伍数：1 支').waitFor();
  await page.getByRole('button', { name: '交人复核' }).click();
  await page.waitForURL(/\/registers\/own\/own-\d+$/);
  await page.getByText('等人复核').first().waitFor();
  expect(await page.getByRole('button', { name: /复核无误，发布/ }).getAttribute('aria-disabled')).toBe('true');

  const { page: second } = await desk.signedIn('admin', '/registers/own');
  await second.getByText('等您复核').waitFor();
  await second.getByRole('link', { name: /晨练队伍/ }).click();
  await second.getByText('发布以后收不回：').first().waitFor();
  await second.getByRole('button', { name: /复核无误，发布/ }).click();
  await second.getByText('正在建表').first().waitFor();
  await desk.settle();
  await second.getByRole('link', { name: '打开台账' }).waitFor();

  await page.goto(second.url().replace('/own/', '/'));
  await page.getByRole('link', { name: /新建|登记/ }).first().click();
  await page.getByLabel('名称').first().waitFor();
  expect(await page.getByLabel('备案到期').count()).toBeGreaterThan(0);
});
