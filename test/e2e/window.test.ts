import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setUp } from '../../demo/seed/seed-windows.ts';
import { openDeskOffice, type DeskOffice } from '../harness/desk-office.ts';

let desk: DeskOffice;
beforeAll(async () => {
  desk = await openDeskOffice({ day: '2014-11-03' });
  await desk.office.act('admin', 'items.publish-declared', {});
  await setUp(desk.office);
}, 120_000);
afterAll(() => desk?.close());

async function type(at: Page | Locator, label: string, text: string): Promise<void> {
  const input = at.getByLabel(label, { exact: true }).and(at.locator('input, textarea')).first();
  await input.focus();
  await input.pressSequentially(text);
}
async function press(at: Page | Locator, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  const one = at.getByRole(role, { name }).first();
  await one.focus();
  await one.press('Enter');
}
const dialog = (page: Page): Locator => page.getByRole('dialog');
const gone = (page: Page): Promise<void> => dialog(page).waitFor({ state: 'detached', timeout: 15_000 }).catch(async () => { throw new Error(`still open: ${await dialog(page).innerText()}`); });

describe('[S022] 窗口来了一个人，只用键盘', () => {
  test('[S022] 按 N 登记，勾两样难处，当场打回执；教育局签收答复；窗口告知；本人扫回执查得到', async () => {
    const { page: clerk } = await desk.signedIn('shiqi', '/window');
    await clerk.getByRole('heading', { name: '一门受理' }).waitFor();
    await clerk.keyboard.press('n');
    await clerk.getByRole('heading', { name: '登记求助' }).waitFor();
    await type(clerk, '姓名', '谭玉兰');
    await type(clerk, '联系电话', '13800000021');
    await clerk.getByLabel('住在哪个村（居）').selectOption({ label: '石岐区' });
    await clerk.getByLabel('村（居）', { exact: true }).selectOption({ label: '太平社区' });
    await type(clerk, '难处说明', '收入少，孙女考上中职交不起学费');
    // nothing ticked: it says so and keeps what was typed
    await press(clerk, 'button', /^登记求助/);
    await clerk.getByRole('alert').first().waitFor();
    expect(await clerk.locator('main').innerText()).toContain('请至少勾一样难处');
    for (const need of [/钱不够过日子/, /孩子上学交不起费/]) {
      const box = clerk.getByRole('checkbox', { name: need });
      await box.focus();
      await box.press('Space');
    }
    expect(await clerk.locator('aside').innerText()).toContain('教育局');
    await press(clerk, 'button', '登记求助，分 2 件转出');
    await clerk.getByRole('heading', { name: '社会救助求助登记回执' }).waitFor();
    const receipt = await clerk.locator('article.a4').innerText();
    expect(receipt).toMatch(/ZS-QZ-2014-000001/);
    expect(await clerk.locator('article.a4 svg').count()).toBe(1);
    const code = /查询码 ([A-Z0-9]{6})/.exec(receipt)?.[1] ?? '';
    expect(code).toHaveLength(6);
    // one page of A4
    expect(await clerk.evaluate<number>(`document.querySelector('article.a4').getBoundingClientRect().height`)).toBeLessThan(1130);

    const { page: school } = await desk.signedIn('education', '/window');
    await school.getByRole('heading', { name: '转办', exact: true }).waitFor();
    expect(await school.locator('nav.spine').innerText()).not.toMatch(/办件|家庭|发放/);
    await school.getByRole('link', { name: '就学' }).press('Enter');
    await press(school, 'button', '签收');
    await press(dialog(school), 'button', '签收');
    await gone(school);
    await school.getByText('ZS-HZ-2014-000001').waitFor();
    await press(school, 'button', '写答复');
    const helped = dialog(school).getByRole('radio', { name: '已解决' });
    if ((await helped.count()) > 0) { await helped.focus(); await helped.press('Space'); } else await dialog(school).getByLabel('结果').selectOption({ label: '已解决' });
    await type(dialog(school), '答复', '学校已免学费');
    await press(dialog(school), 'button', '写答复');
    await gone(school);

    await clerk.keyboard.press('Escape');
    await clerk.getByRole('heading', { name: '谭*兰，到窗口' }).waitFor();
    await clerk.reload();
    await clerk.getByText('学校已免学费').waitFor();
    // what was told stands in the form of 低保 already
    await press(clerk, 'link', '开申请，已填好');
    await clerk.getByRole('heading', { name: '最低生活保障' }).waitFor();
    expect(await clerk.getByLabel('联系电话').inputValue()).toBe('13800000021');
    expect(await clerk.getByLabel('姓名', { exact: true }).first().inputValue()).toBe('谭玉兰');

    const phone = await desk.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    const home = await phone.newPage();
    await home.goto(`${desk.url}/follow?number=ZS-QZ-2014-000001&code=${code}`);
    await home.getByText('有答复了：已解决').waitFor();
    expect(await home.locator('main').innerText()).not.toContain('谭玉兰');
  }, 120_000);
});
