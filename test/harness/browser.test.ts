import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';

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

  it('says what to install when the one asked for does not start', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nonexistent/chromium');
    await expect(launchBrowser()).rejects.toThrow(/apt-get install chromium/);
    vi.unstubAllEnvs();
  });
});
