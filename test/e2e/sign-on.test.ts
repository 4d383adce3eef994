import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startIdentityProvider, type IdentityProvider } from '../../demo/sign-on/provider.ts';
import { DEMO_PASSWORD } from '../../demo/seed/staff.ts';
import { openDeskOffice, type DeskOffice } from '../harness/desk-office.ts';
import { findViolations } from '../harness/find-violations.ts';

const SECRET = 'a-secret-of-the-test-that-is-long-enough';
const SHOTS = process.env['SHOTS'];
let desk: DeskOffice;
let provider: IdentityProvider;
const code = (secret: string, step = 0): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + step * 30_000 });

beforeAll(async () => {
  desk = await openDeskOffice({ day: '2014-11-03' });
  provider = await startIdentityProvider({
    title: '市政务统一身份认证（演示）', people: [{ id: 'standards2', title: '林秋月，标准复核', claims: { account_name: 'standards2' } }, { id: 'new', title: '赵新来', claims: { account_name: 'newcomer' } }],
    clients: [{ id: 'minzheng', secret: SECRET, backTo: [`${desk.url}/api/sso/back`], leaveTo: [`${desk.url}/workbench/`] }],
  });
  writeFileSync(join(desk.office.city.dataDir, 'sign-on.json'), JSON.stringify({ '442000': {
    address: desk.url, secondFactor: { required: true, freshMinutes: 10 },
    providers: [{ id: 'bureau', kind: 'staff', title: '市政务统一身份认证', issuer: provider.issuer, clientId: 'minzheng', clientSecret: SECRET, scope: 'openid identity', accountClaim: 'account_name' }],
  } }));
}, 240_000);
afterAll(async () => { await provider?.stop(); await desk?.close(); });

/** What the page looks like wide and narrow, and that nothing on it is wider than a phone or shuts anybody out. */
async function look(page: Page, name: string): Promise<void> {
  for (const [width, height] of [[390, 844], [1440, 900]] as const) {
    await page.setViewportSize({ width, height });
    const [wide, shown] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, document.documentElement.clientWidth]');
    expect(wide, `${name} at ${width}`).toBeLessThanOrEqual(shown);
    if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`) });
  }
  expect(await findViolations(page, new Set()), name).toEqual([]);
}
const fresh = (): Promise<BrowserContext> => desk.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' });

describe('[S215] 从统一认证登录，绑定手机，签批前再验', () => {
  test('只用键盘：统一认证、绑定、恢复码、进办公台；退回一份标准时再验一次，自己接着办', async () => {
    const proposal = (await desk.office.act<{ id: number }>('standards', 'policy.propose-value', { parameter: 'subsistence-standard', division: '442000', from: '2015-01-01', to: null, value: 56_000, demo: true, document: { title: '试验用', number: null } })).id;
    const context = await fresh();
    const page = await context.newPage();
    await page.goto(`${desk.url}/workbench/standards/proposals/${proposal}`);
    const button = page.getByRole('button', { name: '用市政务统一身份认证登录' });
    await button.waitFor();
    await look(page, 'door');
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '林秋月，标准复核' }).waitFor();
    await look(page, 'provider');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '还差一步' }).waitFor();
    expect(new URL(page.url()).pathname, 'back where one wanted to go').toBe(`/workbench/standards/proposals/${proposal}`);
    await page.getByRole('button', { name: '开始绑定' }).press('Enter');
    const words = await page.getByText('不能扫：').innerText();
    const secret = (/[A-Z2-7]{4}(?: [A-Z2-7]{4})+/.exec(words)?.[0] ?? '').replaceAll(' ', '');
    await look(page, 'bind');
    await page.getByLabel('写上验证器显示的 6 位数字').fill(code(secret, -1));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '抄下这 10 个恢复码' }).waitFor();
    expect(await page.locator('.codes li').count()).toBe(10);
    await look(page, 'codes');
    await page.getByRole('button', { name: '抄好了，进入办公台' }).press('Enter');
    const sendBack = page.getByRole('button', { name: '退回', exact: true });
    await sendBack.waitFor();
    await desk.owner.query(`update city_442000.session set second_factor_at = now() - interval '1 hour' where second_factor_at is not null`);
    await sendBack.press('Enter');
    const dialog = page.getByRole('dialog', { name: '再验一次身份' });
    await dialog.waitFor();
    await look(page, 'ask');
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await dialog.getByText('验证码不对').waitFor();
    await dialog.getByLabel('动态验证码').fill(code(secret));
    await page.keyboard.press('Enter');
    await page.getByText('已经退回，没有生效。').waitFor();
    expect(await dialog.count()).toBe(0);
    await page.goto(`${desk.url}/workbench/second-factor`);
    await page.getByText('没有用过的恢复码').waitFor();
    await look(page, 'own');
    await context.close();
  }, 180_000);

  test('先不办：什么也没有发生，话说得清；没有账号的人回到登录页，知道找谁', async () => {
    const proposal = (await desk.office.act<{ id: number }>('standards', 'policy.propose-value', { parameter: 'subsistence-standard', division: '442000', from: '2015-02-01', to: null, value: 57_000, demo: true, document: { title: '试验用', number: null } })).id;
    const context = await fresh();
    const page = await context.newPage();
    await page.goto(`${desk.url}/workbench/standards/proposals/${proposal}`);
    await page.getByLabel('账号', { exact: true }).fill('standards2');
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('前一步对了').waitFor();
    await look(page, 'code');
    await desk.owner.query('update city_442000.second_factor set last_step = 0');
    const { rows: [row] } = await desk.owner.query<{ secret: Buffer }>('select secret from city_442000.second_factor where ended_at is null');
    await page.getByLabel('动态验证码').fill(code(desk.office.city.keys.open(row?.secret as Buffer)));
    await page.keyboard.press('Enter');
    const sendBack = page.getByRole('button', { name: '退回', exact: true });
    await sendBack.waitFor();
    await desk.owner.query(`update city_442000.session set second_factor_at = now() - interval '1 hour' where second_factor_at is not null`);
    await sendBack.click();
    await page.getByRole('button', { name: '先不办' }).click();
    await page.getByText('这一步要再验一次身份').waitFor();
    expect((await desk.owner.query('select state from city_442000.parameter_proposal where id = $1', [proposal])).rows).toEqual([{ state: 'waiting' }]);
    await context.close();
    const other = await fresh();
    const strange = await other.newPage();
    await strange.goto(`${desk.url}/workbench/`);
    await strange.getByRole('button', { name: '用市政务统一身份认证登录' }).click();
    await strange.getByRole('button', { name: '赵新来' }).click();
    await strange.getByText('这里没有您在用的账号').waitFor();
    await look(strange, 'unknown');
    await other.close();
  }, 180_000);
});
