import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoStaff } from '../../demo/seed/staff.ts';
import { collectPages } from '../../src/server/collect-pages.ts';
import { openDeskOffice, type DeskOffice } from '../harness/desk-office.ts';
import { seedCases } from '../harness/seed-cases.ts';

const ROOT = join(import.meta.dirname, '../..');
const pages = collectPages(ROOT, 'workbench').map(({ meta }) => ({
  path: meta.path, roles: meta['roles'] as readonly string[] | undefined, covers: (meta['covers'] as readonly string[] | undefined) ?? [],
}));
/** One account a role: the first, which is where the seeded cases lie. */
const accounts = [...new Map(demoStaff.filter((one) => one.city === '442000').toReversed().map((one) => [one.role, one])).values()].toReversed();

let desk: DeskOffice;
/** What stands in for the parts of an address, by the path it belongs to. */
const samples = new Map<string, string>();
const answered = new Map<string, boolean>(pages.map((page) => [page.path, false]));

beforeAll(async () => {
  desk = await openDeskOffice({ day: '2014-10-13' });
  const cases = await seedCases(desk);
  const one = async (sql: string): Promise<string> => String((await desk.owner.query<{ id: string }>(sql)).rows[0]?.id ?? '');
  samples.set('/cases/$caseId', `/cases/${cases.held}`).set('/cases/$caseId/print', `/cases/${cases.granted}/print`).set('/cases/$caseId/notice', `/cases/${cases.held}/notice`).set('/cases/$caseId/letter', `/cases/${cases.granted}/letter`);
  for (const [head, sql] of [['people', 'select min(id) as id from city_442000.person'], ['households', 'select min(id) as id from city_442000.household'], ['rolls', 'select max(id) as id from city_442000.roll']] as const) {
    const id = await one(sql);
    for (const { path } of pages.filter((page) => page.path.startsWith(`/${head}/$`))) samples.set(path, path.replace(/\$\w+/, id));
  }
}, 240_000);

afterAll(async () => {
  const dir = join(ROOT, 'test/.artifacts');
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'screens-workbench.json'), `${JSON.stringify(pages.map(({ path, covers }) => ({ path, covers, answered: answered.get(path) === true })), null, 2)}\n`);
  await desk?.close();
});

/** The address to open for a declared path; a path with parts nobody gave a sample for is named with the remedy. */
function addressOf(path: string): string {
  const given = samples.get(path);
  if (given !== undefined) return given;
  if (path.includes('$')) throw new Error(`${path}: no sample address; give one in test/e2e/workbench-crawl.test.ts`);
  return path;
}

const ROWS = 'tbody tr, .grounds li, .trail li, .sum tr, .facts dd, .a4 td, .a4 p, .bridge rect';
/** The sheet of samples shows every piece, also one that loads for ever and one that failed. */
const SAMPLES = '/style';

/** Goes to a page as a click would and waits until it has said something: its heading, and nothing being fetched. Says where it did not. */
async function open(page: Page, path: string, address: string): Promise<void> {
  await page.evaluate(`history.pushState({}, '', '/workbench${address}'); dispatchEvent(new PopStateEvent('popstate'));`);
  const ready = `document.querySelector('main h1') !== null && (${String(path === SAMPLES)} || document.querySelector('main .loading') === null)`;
  const patience = Date.now() + 20_000;
  do {
    await page.waitForLoadState('networkidle');
    if (await page.evaluate<boolean>(ready)) return;
    await page.waitForTimeout(100);
  } while (Date.now() < patience);
  throw new Error(`${address} does not get ready: ${(await page.locator('main').innerText()).slice(0, 200)}`);
}

describe('every page of the workbench, as every role', () => {
  test('some pages were found', () => { expect(pages.length).toBeGreaterThan(8); });

  test.each(accounts)('$role', async ({ login, role }) => {
    const { page, context } = await desk.signedIn(login, '/tasks');
    const faults: string[] = [];
    let where = '';
    page.on('console', (message) => { if (message.type() === 'error') faults.push(`${where}: ${message.text()}`); });
    page.on('pageerror', (error) => faults.push(`${where}: ${error.message}`));
    page.on('response', (response) => { if (response.url().includes('/api/') && response.status() >= 400) faults.push(`${where}: ${response.status()} ${response.url()}`); });
    await page.locator('main h1').first().waitFor();
    for (const { path, roles } of pages) {
      if (roles !== undefined && !roles.includes(role)) continue;
      where = addressOf(path);
      await page.setViewportSize({ width: 1440, height: 900 });
      await open(page, path, where);
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
      faults.push(...violations.map((one) => `${where}: ${one.id} ${one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`));
      if (path === SAMPLES) { /* its rows are samples, its error too */ }
      else if ((await page.locator('main .error-note').count()) > 0) faults.push(`${where}: ${await page.locator('main .error-note').first().innerText()}`);
      else if (!answered.get(path) && (await page.locator(`main :is(${ROWS})`).count()) > 0) answered.set(path, true);
      await page.setViewportSize({ width: 390, height: 844 });
      const [wide, shown] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, document.documentElement.clientWidth]');
      if (wide > shown) faults.push(`${where}: ${wide} px wide at 390`);
    }
    await context.close();
    expect(faults).toEqual([]);
  }, 240_000);
});
