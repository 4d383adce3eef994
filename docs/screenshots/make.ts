import { launchBrowser } from '../../test/harness/browser.ts';
import { DEMO_PASSWORD } from '../../demo/seed/staff.ts';

// npm run screenshots -- http://127.0.0.1:8080: the pictures of the README, taken from the running demo.
const base = process.argv[2] ?? 'http://127.0.0.1:8080';
const browser = await launchBrowser();

interface Shot { readonly name: string; readonly login: string; readonly width: number; open(go: (path: string) => Promise<void>, ask: <T>(query: string, body: unknown) => Promise<T>): Promise<void> }

const shots: readonly Shot[] = [
  { name: 'tasks', login: 'shiqi', width: 1440, open: (go) => go('/workbench/tasks') },
  { name: 'case', login: 'approver', width: 1440, open: async (go, ask) => {
    const { lines } = await ask<{ lines: { id: number }[] }>('casework.list-cases', { state: 'county-notice' });
    await go(`/workbench/cases/${lines[0]?.id}`);
  } },
  { name: 'roll', login: 'payroll', width: 1440, open: async (go, ask) => {
    const { rolls } = await ask<{ rolls: { id: number }[] }>('payroll.list-rolls', {});
    await go(`/workbench/rolls/${rolls[0]?.id}`);
  } },
  { name: 'figures', login: 'statistician', width: 1440, open: (go) => go('/workbench/figures') },
  { name: 'home', login: 'resident', width: 390, open: (go) => go('/') },
  { name: 'why', login: 'resident', width: 1440, open: async (go, ask) => {
    const cases = await ask<{ caseId: number }[]>('casework.my-cases', {});
    await go(`/my/cases/${cases[0]?.caseId}/why`);
  } },
];

for (const shot of shots) {
  const context = await browser.newContext({ viewport: { width: shot.width, height: 900 }, reducedMotion: 'reduce', locale: 'zh-CN' });
  const headers = { 'x-csrf': '1' };
  await context.request.post(`${base}/api/c/session.sign-in`, { headers, data: { name: shot.login, password: DEMO_PASSWORD } });
  const page = await context.newPage();
  await shot.open(async (path) => { await page.goto(base + path); await page.waitForLoadState('networkidle'); },
    async <T>(query: string, body: unknown) => (await (await context.request.post(`${base}/api/q/${query}`, { headers, data: body })).json()) as T);
  await page.screenshot({ path: new URL(`./${shot.name}.png`, import.meta.url).pathname });
  await context.close();
}
await browser.close();
