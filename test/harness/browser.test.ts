import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { findViolations } from './find-violations.ts';

/** Where ink falls when a character is drawn: the indexes of the pixels touched. */
const FIND_INK = `(character) => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 64;
  const pen = canvas.getContext("2d");
  pen.font = "48px sans-serif";
  pen.fillText(character, 4, 52);
  const alphas = Array.from(pen.getImageData(0, 0, 64, 64).data).filter((_, at) => at % 4 === 3);
  return alphas.flatMap((alpha, at) => (alpha > 128 ? [at] : []));
}`;

describe('the browser of the tests', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('has a Chinese font: two characters are drawn, and differently', async () => {
    const page = await browser.newPage();
    const draw = (character: string) => page.evaluate<number[]>(`(${FIND_INK})("${character}")`);
    const [people, politics] = [await draw('民'), await draw('政')];
    expect(people.length).toBeGreaterThan(100);
    expect(politics).not.toEqual(people);
    await page.close();
  });

  it('axe finds what is wrong with a page, also when one of nearly the same make was clean; a page of the very same make is not looked at twice', async () => {
    const page = await browser.newPage();
    const clean = new Set<string>();
    const look = async (body: string): Promise<string[]> => { await page.setContent(`<!doctype html><html lang="zh-CN"><title>民政</title><style>.faint { color: #ddd }</style><main id="main"><h1>标题</h1>${body}</main></html>`); return findViolations(page, clean); };
    const rows = (many: number) => Array.from({ length: many }, (_, at) => `<li><a href="/cases/${at}">第 ${at} 件</a></li>`).join('');
    expect(await look(`<ul>${rows(2)}</ul><label>姓名 <input type="text"></label>`)).toEqual([]);
    expect(clean.size).toBe(1);
    // more rows, other words: the same make
    expect(await look(`<ul>${rows(40)}</ul><label>电话 <input type="text"></label>`)).toEqual([]);
    expect(clean.size).toBe(1);
    for (const [body, rule] of [
      ['<ul><li><a href="/cases/1">一</a></li></ul><input type="text">', 'label'], [`<ul>${rows(2)}</ul><label> <input type="text"></label>`, 'label'],
      [`<ul>${rows(2)}<li><a href="/x"></a></li></ul>`, 'link-name'], [`<ul>${rows(2)}</ul><p class="faint">看不清</p>`, 'color-contrast'], [`<ul>${rows(2)}</ul><p aria-labelledby="gone" role="img">图</p>`, 'role-img-alt'],
    ] as const) {
      expect((await look(body)).join(), body).toContain(rule);
      // a fault is found each time
      expect((await look(body)).join(), body).toContain(rule);
    }
    await page.close();
  });

  it('says what to install when the one asked for does not start', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nonexistent/chromium');
    await expect(launchBrowser()).rejects.toThrow(/apt-get install chromium/);
    vi.unstubAllEnvs();
  });
});
