import type { Stage } from './bench.ts';
import { copyProject } from './demo-start.ts';

export interface DemoSite { readonly url: string; /** Cookie of a resident who draws, signed in over HTTP. */ readonly cookie: string; readonly caseId: number; close(): Promise<void> }

/** The demo as a visitor finds it: a fresh start of its own, or the running one that BENCH_SITE names. */
export async function openDemoSite(stage: Stage): Promise<DemoSite> {
  const given = process.env['BENCH_SITE'];
  if (given !== undefined) return { ...(await enter(given)), close: async () => undefined };
  stage.say('  启动演示…');
  const clone = copyProject({ demo: true });
  const started = await clone.start();
  return { ...(await enter(started.url)), close: async () => { await started.stop(); clone.remove(); } };
}

async function enter(url: string): Promise<Omit<DemoSite, 'close'>> {
  const headers = { 'content-type': 'application/json', 'x-csrf': '1' };
  const signedIn = await fetch(`${url}/api/c/session.sign-in`, { method: 'POST', headers, body: JSON.stringify({ name: 'resident', password: 'minzheng-2014' }) });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const mine = await fetch(`${url}/api/q/casework.my-cases`, { method: 'POST', headers: { ...headers, cookie }, body: '{}' });
  const caseId = Number(/"(?:caseId|id)":(\d+)/.exec(await mine.text())?.[1] ?? 0);
  if (caseId === 0) throw new Error(`the resident of the demo has no case: ${mine.status}`);
  return { url, cookie, caseId };
}
