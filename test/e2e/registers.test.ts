import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedRecords } from '../../demo/seed/seed-records.ts';
import { loadDeclaredRegisters } from '../../src/kernel/records/load-registers.ts';
import { openDeskOffice, type DeskOffice } from '../harness/desk-office.ts';
import { findViolations } from '../harness/find-violations.ts';
import { fetching, untilQuiet } from '../harness/until-quiet.ts';

const homes = [...(await loadDeclaredRegisters()).values()];
const answered = new Set<string>();
let desk: DeskOffice;

beforeAll(async () => {
  desk = await openDeskOffice({ day: '2014-11-03' });
  await seedRecords(desk.office);
}, 240_000);

/** What the status is worked out from: which register showed the demo's rows in a browser, and which rows of the catalogue it keeps. */
afterAll(async () => {
  const dir = join(import.meta.dirname, '../.artifacts');
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'screens-registers.json'), `${JSON.stringify(homes.map(({ register }) => ({ path: `/registers/${register.id}`, covers: register.covers, answered: answered.has(register.id) })), null, 2)}\n`);
  await desk?.close();
});

test('每个台账都打得开：有演示的记录，没有无障碍的毛病，手机上不横着溢出', async () => {
  const { page, context } = await desk.signedIn('auditor', '/registers');
  const [clean, faults] = [new Set<string>(), [] as string[]];
  await page.locator('main h1').first().waitFor();
  fetching(page);
  for (const { register } of homes) {
    const address = `/registers/${register.id}`;
    await page.evaluate(`history.pushState({}, '', '/workbench${address}'); dispatchEvent(new PopStateEvent('popstate'));`);
    const ready = await untilQuiet(page, `document.querySelector('main h1')?.textContent.includes(${JSON.stringify(register.title)}) && document.querySelector('main .loading') === null`);
    if (!ready) faults.push(`${address} does not get ready`);
    faults.push(...(await findViolations(page, clean)).map((one) => `${address}: ${one}`));
    if ((await page.locator('main .error-note').count()) > 0) faults.push(`${address}: ${await page.locator('main .error-note').first().innerText()}`);
    if ((await page.locator('main tbody tr').count()) > 0) answered.add(register.id);
    else faults.push(`${address}: no rows`);
    await page.setViewportSize({ width: 390, height: 844 });
    const [wide, shown] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, document.documentElement.clientWidth]');
    if (wide > shown) faults.push(`${address}: ${wide} px wide on a phone`);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  await context.close();
  expect(faults).toEqual([]);
}, 240_000);
