import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../demo/seed/staff.ts';
import { buildWeb } from '../../src/server/build-web.ts';
import { launchBrowser } from '../harness/browser.ts';
import { openGuangzhou, type GuangzhouOffice } from '../harness/guangzhou-office.ts';

let office: GuangzhouOffice;
let browser: Browser;
let url: string;

/** A browser signed in at the workbench of 广州. */
async function at(login: string, path: string, width = 1440): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  const answer = await context.request.post(`${url}/api/c/session.sign-in`, { headers: { 'x-csrf': '1' }, data: { city: '440100', name: login, password: DEMO_PASSWORD } });
  if (!answer.ok()) throw new Error(await answer.text());
  const page = await context.newPage();
  await page.goto(`${url}/workbench${path}`);
  return page;
}
const caseOf = async (number: string): Promise<number> =>
  (await office.see<{ lines: { id: number; number: string }[] }>('guangzhou', 'casework.list-cases', {})).lines.find((line) => line.number === number)?.id ?? 0;
/** Where a picture of the page is wanted, it is kept. */
const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
};

beforeAll(async () => {
  await buildWeb();
  office = await openGuangzhou({ story: true, webDir: join(import.meta.dirname, '../../dist') });
  url = await office.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => { await browser.close(); await office.close(); });

describe('the limit of a whole case, seen in a browser', () => {
  test('[S001] 延长过的、超期的、停着的，案头都写得清楚', { timeout: 120_000 }, async () => {
    const extended = await at('yuexiu', `/cases/${await caseOf('GZ-DB-2024-000001')}`);
    const strip = (page: Page) => page.getByRole('region', { name: '全程期限' });
    await strip(extended).waitFor();
    expect(await strip(extended).innerText()).toMatch(/第 3\d／45 工作日，05-31 止[\s\S]*原 30 工作日，已延 15 工作日[\s\S]*第二十二条/);
    await picture(extended, 'extended');
    const late = await at('haizhu-confirm', `/cases/${await caseOf('GZ-DB-2024-000002')}`);
    await strip(late).waitFor();
    expect(await strip(late).innerText()).toMatch(/超 3 日/);
    await picture(late, 'late');
    const stopped = await at('haizhu', `/cases/${await caseOf('GZ-DB-2024-000007')}`, 390);
    await strip(stopped).waitFor();
    expect(await strip(stopped).innerText()).toMatch(/停在第 \d+／30 工作日[\s\S]*等申请人，不计入/);
    await picture(stopped, 'stopped-390');
  });

  test('[S001] 告知书可以打印，列出全部要补的', { timeout: 60_000 }, async () => {
    const page = await at('haizhu', `/cases/${await caseOf('GZ-DB-2024-000007')}/told`);
    await page.getByRole('heading', { name: '一次性告知书' }).first().waitFor();
    const text = await page.locator('article').innerText();
    for (const item of ['收入证明或收入声明', '结婚证、离婚证或判决书', '学生证或在读证明', '与前夫的抚养费协议']) expect(text).toContain(item);
    await picture(page, 'told');
  });

  test('[S001] 待办里超期的是全程期限；备案登记簿、入户抽查打得开', { timeout: 120_000 }, async () => {
    const desk = await at('haizhu-confirm', '/tasks');
    await desk.getByText('超 3 日').first().waitFor();
    expect(await desk.getByRole('table').first().innerText()).toContain('全程');
    await picture(desk, 'tasks');
    const filings = await at('yuexiu-approver', '/relative-filings');
    await filings.getByText('GZ-BA-2024-000001').waitFor();
    await picture(filings, 'filings');
    const samples = await at('gz-auditor', '/samples');
    await samples.getByText('相同').first().waitFor();
    await picture(samples, 'samples');
    const narrow = await at('yuexiu-approver', '/samples', 390);
    await narrow.getByText('GZ-DB-2024-000004').first().waitFor();
    await picture(narrow, 'samples-390');
    const supplement = await at('yuexiu', `/cases/${await caseOf('GZ-DB-2024-000009')}`);
    await supplement.getByRole('button', { name: '一次性告知补材料' }).click();
    await supplement.getByRole('checkbox', { name: /户口簿/ }).waitFor();
    await picture(supplement, 'supplement');
  });
});
