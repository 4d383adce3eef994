import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeReturnFile } from '../../demo/bank/make-return-file.ts';
import { endGrant } from '../../src/kernel/benefits/stop-grant.ts';
import type { Month } from '../../src/kernel/values/month.ts';
import close from '../../src/kernel/payroll/commands/close.ts';
import { openRollOffice, type RollOffice } from '../harness/roll-office.ts';
import { rollStory } from '../harness/roll-story.ts';
import type { TestHousehold } from '../harness/payroll-world.ts';

let office: RollOffice;
let homes: TestHousehold[];
/** People at the desk, each in a browser of their own. */
let officer: Page;
let approver: Page;
let finance: Page;

beforeAll(async () => {
  office = await openRollOffice();
  const { world } = office;
  homes = [];
  for (const [at, village] of ['442000001001', '442000001002', '442000002001', '442000100001'].flatMap((code) => [code, code, code]).entries()) homes.push(await world.household(village, 1 + (at % 3)));
  const unpaid = await world.household('442000001001', 2, { account: null });
  await world.setDay('2014-11-03');
  const grants = await world.takeOver(homes.slice(0, 11).map((home, at) => [home, 40_000 + at * 5_000] as const), '2014-11');
  const story = rollStory(world);
  const november = await story.draw('2014-11');
  await story.approved(november);
  await story.answered(november);
  await world.do(world.officer, close, { roll: november, version: await story.version(november) });
  // December: one household comes on, one without an account comes on, one stops
  await world.takeOver([[homes[11]!, 81_400], [unpaid, 50_000]], '2014-12');
  await world.act((tx, by) => endGrant(tx, by, { grantId: grants[0]!, lastMonth: '2014-11' as Month, reason: '全家迁往广州市番禺区，12月起' }));
  await world.setDay('2014-12-01');
  await office.person('liang', '梁可欣', ['payroll-officer', 'payroll-approver']);
  await office.person('zheng', '郑建华', ['payroll-approver']);
  await office.person('huang', '黄丽萍', ['finance-officer']);
  [officer, approver, finance] = [await office.signIn('liang'), await office.signIn('zheng'), await office.signIn('huang')];
});
afterAll(() => office?.close());

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** The file for the bank is handed out once it is said what for. */
async function takeBankFile(page: Page): Promise<Download> {
  await press(page, '下载代发文件');
  await page.getByRole('dialog').getByLabel('交代发银行').check();
  return (await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: '下载', exact: true }).click()]))[0];
}

/** Opens a step, looks at the figure, and goes on. */
async function confirmStep(page: Page, open: RegExp): Promise<void> {
  await press(page, open);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: '这个数我核对过了' }).check();
  await dialog.locator('button[type=submit]').click();
}

const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const plain = (text: string) => text.replaceAll(/\s/g, '');

async function fullHash(page: Page): Promise<Record<'drawn' | 'kept' | 'again', string>> {
  await press(page, '重新编制核对');
  await says(page, '重新编制，指纹相同');
  const of = async (which: string) => plain(await page.locator(`[data-hash=${which}]`).innerText());
  return { drawn: await of('drawn'), kept: await of('kept'), again: await of('again') };
}

it('[S001] 从编制到关账：检查、另一个人批准、财政确认、送银行、退回三笔、补发、关账，重编指纹相同', async () => {
  // 编制
  await press(officer, /编制2014年12月花名册/);
  await officer.getByRole('dialog').locator('button[type=submit]').click();
  await says(officer, '编好了，还没有检查。');
  expect(await heading(officer)).toBe('2014年12月花名册');
  const address = new URL(officer.url()).pathname;
  const bridge = officer.getByRole('table', { name: '与上月比较' });
  expect(await bridge.getByRole('row', { name: /停发/ }).innerText()).toMatch(/−400\.00/);
  expect(await bridge.innerText()).toMatch(/\+1,314\.00/);
  // 原因点开就是那几户
  await bridge.getByRole('button', { name: '停发' }).click();
  await says(officer, '全家迁往广州市番禺区，12月起');

  // 检查，没有账号的一户只能暂缓
  await press(officer, /^检查/);
  await says(officer, /还有 1 条要处理/);
  expect(await officer.getByRole('button', { name: /提交批准/ }).getAttribute('aria-disabled')).toBe('true');
  await press(officer, '暂缓');
  await officer.getByRole('dialog').getByRole('button', { name: '等更正账号' }).click();
  await officer.getByRole('dialog').locator('button[type=submit]').click();
  await says(officer, '检查过了，可以提交。');
  const before = plain(await officer.locator('.lead').first().innerText());
  expect(before).toContain('其中暂缓1户500.00元');

  // 提交，自己不能批
  await confirmStep(officer, /^提交批准/);
  await says(officer, '等另一位同事批准。');
  await officer.locator('.who > button').click();
  await officer.getByRole('button', { name: /发放审批/ }).click();
  await confirmStep(officer, /^批准，/);
  await says(officer, '编制、提交的人和批准、确认的人不能是同一个人。请由另一位同事办理。');
  await officer.getByRole('dialog').getByRole('button', { name: '先不办' }).click();
  await officer.locator('.who > button').click();
  await officer.getByRole('button', { name: /发放经办/ }).click();

  // 另一位同事批准，财政确认
  await approver.goto(`${office.url}${address}`);
  await confirmStep(approver, /^批准，/);
  await gone(approver);
  await says(approver, '等财政确认。');
  await finance.goto(`${office.url}${address}`);
  await confirmStep(finance, /^财政确认，/);
  await gone(finance);
  await says(finance, '财政已确认，可以送银行。');

  // 送银行，取代发文件；演示银行退回三笔
  await officer.goto(`${office.url}${address}`);
  await confirmStep(officer, /^送银行，/);
  await gone(officer);
  await says(officer, '已送银行，等回盘。');
  const download = await takeBankFile(officer);
  const bankFile = await readFile(await download.path());
  const returned = makeReturnFile(bankFile, [{ seq: 1, code: 'E001' }, { seq: 4, code: 'E099' }, { seq: 7, code: 'E002' }], '2014-12-08T10:30:00');
  await officer.getByLabel('银行回盘文件').setInputFiles({ name: 'MZHP.txt', mimeType: 'text/plain', buffer: returned });
  await press(officer, '读回盘文件');
  await says(officer, '成功加退回等于送出，分文不差');
  expect(plain(await officer.locator('.lead').first().innerText())).toContain('银行退回3笔');
  await says(officer, '账户已销');
  await says(officer, '户名不符');

  // 一户改了账号，另一户是银行自己的原因：两户进补发册
  await replaceAccount(await failedHousehold('E001'));
  await officer.goto(`${office.url}${address}`);
  await press(officer, /^编制补发册，2 户/);
  await says(officer, '编好了，还没有检查。');
  expect(await heading(officer)).toBe('2014年12月补发册');
  const second = new URL(officer.url()).pathname;
  await payFollowUp(second);

  // 关账：还有一笔留到下月，要写理由；关了以后重编，指纹相同
  await officer.goto(`${office.url}${address}`);
  await press(officer, /^关账/);
  const dialog = officer.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: '这个数我核对过了' }).check();
  await dialog.getByLabel(/还有 1 笔退回没有补发/).fill('户名要本人到银行改');
  await dialog.locator('button[type=submit]').click();
  await says(officer, /已关账，退回过 3 笔/);
  const hash = await fullHash(officer);
  expect(hash.drawn).toMatch(/^[0-9a-f]{64}$/);
  expect([hash.kept, hash.again]).toEqual([hash.drawn, hash.drawn]);

  // 打印：控制合计，指纹在页脚
  await officer.goto(`${office.url}${address}/print`);
  await says(officer, '以下空白');
  expect(plain(await officer.locator('.paper').innerText())).toContain(hash.drawn);
});

it('[S001] 户的页面说清每月发了多少、为什么、到了没有；全号要写用途', async () => {
  const { rows: [row] } = await office.world.cities.owner.query<{ household_id: string }>(`select household_id from city_442000.payment_event where code = 'E002'`);
  await officer.goto(`${office.url}/workbench/households/${row?.household_id}`);
  await says(officer, '户名不符');
  await officer.getByRole('table', { name: '家庭成员' }).getByRole('link').first().click();
  await officer.getByRole('table', { name: '经过' }).waitFor();
  await officer.getByRole('button', { name: '显示全部' }).click();
  await officer.getByRole('button', { name: '显示全部号码' }).click();
  await says(officer, '请选一项。');
  await officer.getByLabel('银行核对户名').check();
  await officer.getByRole('button', { name: '显示全部号码' }).click();
  await says(officer, /^442099\d{11}[\dX]$/);
  const { rows } = await office.world.cities.owner.query(`select 1 from city_442000.read_log where purpose = '银行核对户名'`);
  expect(rows).toHaveLength(1);
});

/** The household whose payment came back with a code. */
async function failedHousehold(code: string): Promise<number> {
  const { rows: [row] } = await office.world.cities.owner.query<{ household_id: string }>('select household_id from city_442000.payment_event where code = $1', [code]);
  return Number(row?.household_id);
}

/** 换领款账户 on the household's own page. */
async function replaceAccount(household: number): Promise<void> {
  await officer.goto(`${office.url}/workbench/households/${household}`);
  await press(officer, '换领款账户');
  const dialog = officer.getByRole('dialog');
  await dialog.getByLabel('联行号').fill('402603000012');
  await dialog.getByLabel('账号').fill('12345');
  await dialog.getByLabel('为什么换').fill('原账户已销');
  await press(officer, '换成这个账户');
  await says(officer, '账号要 8 到 30 位数字，现在是 5 位。');
  await dialog.getByLabel('账号').fill('6228480000999999999');
  await press(officer, '换成这个账户');
  await gone(officer);
  await says(officer, '尾号 9999');
}

async function payFollowUp(path: string): Promise<void> {
  await press(officer, /^检查/);
  await confirmStep(officer, /^提交批准/);
  await gone(officer);
  await approver.goto(`${office.url}${path}`);
  await confirmStep(approver, /^批准，/);
  await gone(approver);
  await finance.goto(`${office.url}${path}`);
  await confirmStep(finance, /^财政确认，/);
  await gone(finance);
  await officer.reload();
  await confirmStep(officer, /^送银行，/);
  await gone(officer);
  const download = await takeBankFile(officer);
  const answer = makeReturnFile(await readFile(await download.path()), [], '2014-12-15T09:00:00');
  await officer.getByLabel('银行回盘文件').setInputFiles({ name: 'MZHP-2.txt', mimeType: 'text/plain', buffer: answer });
  await press(officer, '读回盘文件');
  await says(officer, '全部到账，可以关账。');
  await confirmStep(officer, /^关账/);
  await gone(officer);
  await says(officer, '已关账，全部到账。');
}
