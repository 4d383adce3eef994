import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MEANINGS } from '../../src/web/portal/parts/plain-words.ts';
import { CHEN } from '../acceptance/application-world.ts';
import { fetching, untilQuiet } from '../harness/until-quiet.ts';
import { CHEN_FORM, doors, openResidentWorld, PASSWORD, type ResidentWorld } from './resident-world.ts';

/** What axe does not see: reflow, spacing, order, size, focus; on every kind of page. */
const OPEN = ['/', '/check', '/guide', '/standards', '/notices', '/complain', '/help', '/verify', '/accessibility', '/sign-in'];
const OWN = ['/my', '/my/data', '/my/messages', '/my/helpers', '/my/helpers/paper', '/helping', '/apply/low-income-recognition'];

let home: ResidentWorld;
let caseId: number;
beforeAll(async () => {
  home = await openResidentWorld();
  const { world } = home;
  await world.on('2014-11-03');
  const chen = await home.signedUp('13800000001', ...CHEN);
  await world.done(chen, doors.saveDraft, { matter: 'subsistence-allowance', values: CHEN_FORM });
  ({ caseId } = await world.done(chen, doors.apply, { matter: 'subsistence-allowance' }));
  await world.done(world.posts.clerk, doors.authorise, { caseId });
  await world.must('clerk', caseId, 'request-supplement', { materials: ['income'], told: 'portal' });
}, 120_000);
afterAll(() => home.close());

/** WCAG 1.4.12: what a reader may set without losing anything. */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }';

/** Everything wrong with the page as it stands; run in the page. */
const FAULTS = `(() => {
  const TERMS = ${JSON.stringify(MEANINGS.map((one) => one.term))};
  const wrong = [];
  const seen = (one) => { const box = one.getBoundingClientRect(); return box.width > 1 && box.height > 1 && getComputedStyle(one).visibility !== 'hidden' && one.closest('.vh, .skip') === null; };
  const beyond = document.documentElement.scrollWidth - window.innerWidth;
  if (beyond > 0) wrong.push(beyond + ' px wider than the screen: ' + [...document.querySelectorAll('body *')].filter((one) => seen(one) && one.getBoundingClientRect().right > window.innerWidth + 1 && one.closest('.scroll') === null).slice(0, 3).map((one) => one.outerHTML.slice(0, 90)).join(' | '));
  for (const one of document.querySelectorAll('main *, header *, footer *')) {
    const style = getComputedStyle(one);
    if (seen(one) && /hidden|clip/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 2 && one.tagName !== 'svg' && one.closest('svg, .vh') === null) wrong.push('cut off: ' + one.outerHTML.slice(0, 90));
  }
  const levels = [...document.querySelectorAll('h1, h2, h3, h4')].filter((one) => one.offsetParent !== null || one.closest('.vh') !== null).map((one) => Number(one.tagName[1]));
  if (levels.filter((one) => one === 1).length !== 1) wrong.push('has ' + levels.filter((one) => one === 1).length + ' h1');
  levels.forEach((level, at) => { if (at > 0 && level > levels[at - 1] + 1) wrong.push('a heading skips from ' + levels[at - 1] + ' to ' + level); });
  if (document.documentElement.lang !== 'zh-CN') wrong.push('no language');
  if (document.title.trim().length < 4) wrong.push('no title');
  const positive = [...document.querySelectorAll('[tabindex]')].filter((one) => one.tabIndex > 0);
  if (positive.length > 0) wrong.push('an order of its own for the Tab key');
  for (const term of TERMS) if (document.getElementById('main').innerText.includes(term) && document.querySelector('.words-here [data-term="' + term + '"]') === null) wrong.push('does not say what it means: ' + term);
  if (document.documentElement.hasAttribute('data-elder')) {
    for (const one of document.querySelectorAll('button, select, input:not([type="hidden"]), textarea, a.btn, summary, .portal-head a, .portal-foot a')) {
      if (!seen(one)) continue;
      // a box inside its label is pressed by the whole label
      const box = (one.closest('label') ?? one).getBoundingClientRect();
      if (box.height < 43.5) wrong.push('smaller than a finger (' + Math.round(box.height) + ' px): ' + one.outerHTML.slice(0, 90));
    }
    if (document.querySelector('.elder-bar a[href^="tel:"]') === null) wrong.push('no number to call');
  }
  return wrong;
})()`;

/** Where the parts of the first page stand that are drawn before the script. */
const PLACES = `[...document.querySelectorAll('.portal-head .brand, main h1, main .lead, main .btn.main')].slice(0, 4).map((one) => { const { x, y, width, height } = one.getBoundingClientRect(); return [one.innerText.replace(/\\s/g, ''), Math.round(x), Math.round(y), Math.round(width), Math.round(height)]; })`;

/** Laid once: its heading is there, and nothing a person would see come. */
const READY = `document.querySelector('main:not([data-laying]) h1') !== null && document.querySelector('main [data-pending]') === null`;
/** 这些词是什么意思 reads the page over a moment after it last changed. */
const READ_OVER_MS = 170;

async function faultsAt(page: Page, path: string): Promise<string[]> {
  await page.goto(home.url + path);
  if (!(await untilQuiet(page, READY))) return [`${path} does not get ready`];
  await page.waitForTimeout(READ_OVER_MS);
  const wrong: string[] = [];
  const look = async (how: string) => { wrong.push(...(await page.evaluate<string[]>(FAULTS)).map((one) => `${path} ${how}: ${one}`)); };
  await page.setViewportSize({ width: 320, height: 640 });
  await look('320');
  const style = await page.addStyleTag({ content: SPACING }).catch(() => undefined);
  if (style !== undefined) await look('spaced');
  await page.evaluate(`document.documentElement.toggleAttribute('data-elder', true), window.dispatchEvent(new Event('minzheng:elder'))`);
  await untilQuiet(page, READY);
  await page.waitForTimeout(READ_OVER_MS);
  await look('长者');
  return wrong;
}

async function walk(paths: readonly string[], login?: string): Promise<string[]> {
  const context = await home.browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  if (login !== undefined) {
    await page.goto(`${home.url}/sign-in`);
    await home.signIn(page, login);
    await page.getByRole('heading', { name: /您好/ }).waitFor();
  }
  const wrong: string[] = [];
  fetching(page);
  for (const path of paths) wrong.push(...await faultsAt(page, path));
  await context.close();
  return wrong;
}

describe('[S215] 眼睛不好、手不稳，也用得了', () => {
  test('320 宽、加大行距字距、长者模式：不用左右拖，不切字，标题不跳级，按得准，电话在眼前', async () => {
    const walks = await Promise.all([walk(OPEN), walk([...OWN, `/my/cases/${caseId}`, `/my/cases/${caseId}/papers`], '13800000001')]);
    expect(walks.flat()).toEqual([]);
  }, 120_000);

  test.each([[390, '13800000001'], [1440, undefined]] as const)('%d 宽，登录 %s：脚本还没到，问的话和按钮已经在它的位置上；来的东西不把别的推开', async (width, login) => {
    const { context, page } = await home.phone({ width });
    if (login !== undefined) await context.request.post(`${home.url}/api/c/session.sign-in`, { headers: { 'x-csrf': '1' }, data: { name: login, password: PASSWORD } });
    const first = await context.newPage();
    await first.route('**/*.js', (route) => route.abort());
    await first.goto(home.url);
    const drawn = await first.evaluate(PLACES);
    await first.close();
    await page.addInitScript(`window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map((one) => one.value))).observe({ type: 'layout-shift', buffered: true });`);
    for (const path of ['/', '/notices', ...(login === undefined ? ['/guide'] : ['/my', `/my/cases/${caseId}`])]) {
      await page.goto(home.url + path);
      await page.locator('main:not([data-laying]) h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect((await page.evaluate<number[]>('shifts')).reduce((sum, one) => sum + one, 0), path).toBeLessThan(0.05);
      if (path === '/') expect(await page.evaluate(PLACES)).toEqual(drawn);
    }
    await context.close();
  }, 60_000);

  test('只用 Tab：第一下能跳到正文，从上到下一个不漏，看得见停在哪里', async () => {
    const { context, page } = await home.phone();
    await page.goto(`${home.url}/complain`);
    await page.getByRole('heading', { name: '投诉举报' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    const places: number[] = [];
    const blind: string[] = [];
    for (let at = 0; at < 14; at += 1) {
      await page.keyboard.press('Tab');
      const { order, shown, html } = await page.evaluate<{ order: number; shown: boolean; html: string }>(`(() => { const one = document.activeElement; const marked = [one, one.closest('label'), one.parentElement].filter(Boolean); return { order: [...document.querySelectorAll('*')].indexOf(one), shown: marked.some((box) => getComputedStyle(box).outlineStyle !== 'none' && parseFloat(getComputedStyle(box).outlineWidth) >= 2), html: one.outerHTML.slice(0, 80) }; })()`);
      places.push(order);
      if (!shown) blind.push(html);
    }
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(places.length);
    expect(blind).toEqual([]);
    await context.close();
  }, 60_000);

  test('错了念出来：先到错误那里，再到那一题；换页念新标题；没动太久先问一声，按一下就接着用', async () => {
    const { context, page } = await home.phone();
    await page.clock.install();
    await page.goto(`${home.url}/my/helpers`);
    await home.signIn(page, '13800000001');
    await page.getByRole('heading', { name: '请一个人' }).waitFor();
    await page.getByRole('button', { name: '给他授权码' }).click();
    const field = page.getByLabel('请谁');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator(`[id="${(await field.getAttribute('aria-describedby'))?.split(' ').at(-1)}"]`).innerText()).toContain('请写请谁');
    await page.getByRole('link', { name: '打印授权委托书' }).first().click();
    await expect.poll(() => page.title(), { timeout: 5000 }).toContain('授权委托书');
    await page.goBack();
    await page.getByLabel('请谁').fill('黄丽');
    await page.clock.fastForward('56:00');
    const ask = page.getByRole('dialog', { name: '您还在吗' });
    await ask.waitFor();
    await ask.getByRole('button', { name: '还在，接着用' }).click();
    await ask.waitFor({ state: 'detached' });
    expect(await page.getByLabel('请谁').inputValue()).toBe('黄丽');
    await context.close();
  }, 60_000);

  test('不靠颜色、不靠动：高对比度下看得见边，减少动效时不动，打印不带按钮', async () => {
    const { context, page } = await home.phone();
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await page.goto(`${home.url}/check`);
    await page.getByRole('heading').first().waitFor();
    expect(await page.evaluate(`[...document.querySelectorAll('.btn, .input, .choice label')].filter((one) => parseFloat(getComputedStyle(one).borderTopWidth) < 1).length`)).toBe(0);
    expect(await page.evaluate(`[...document.querySelectorAll('*')].filter((one) => { const style = getComputedStyle(one); return style.animationName !== 'none' || style.transitionDuration.split(',').some((time) => parseFloat(time) > 0.01); }).length`)).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.portal-foot, .elder-bar').evaluateAll((list) => list.filter((one) => getComputedStyle(one).display !== 'none').length)).toBe(0);
    await context.close();
  }, 60_000);
});
