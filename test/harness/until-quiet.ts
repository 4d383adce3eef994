import type { Page } from 'playwright-core';

const LOOK_MS = 30;
/** So many looks one after another that find it ready. */
const SURE = 4;

/** How much a page is fetching at the moment, counted from when it was first asked about. */
const pending = new WeakMap<Page, { count: number }>();
export function fetching(page: Page): number {
  const known = pending.get(page);
  if (known) return known.count;
  const own = { count: 0 };
  pending.set(page, own);
  page.on('request', () => { own.count += 1; });
  for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end as 'requestfinished', () => { own.count = Math.max(0, own.count - 1); });
  return 0;
}

/** Waits until nothing is being fetched and the page says that it is `ready` (an expression run in it); false when it does not get there. */
export async function untilQuiet(page: Page, ready: string, patienceMs = 20_000): Promise<boolean> {
  const last = Date.now() + patienceMs;
  let still = 0;
  do {
    await page.waitForTimeout(LOOK_MS);
    still = fetching(page) === 0 && (await page.evaluate<boolean>(ready)) ? still + 1 : 0;
    if (still === SURE) return true;
  } while (Date.now() < last);
  return false;
}
