import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_PASSWORD } from '../../demo/seed/staff.ts';
import { startDemoPlatform } from '../harness/demo-platform.ts';
import { HttpCaller } from '../harness/http-caller.ts';
import type { Drill } from './drill.ts';
import { judgeMemory, readMemory, type Sample } from './parts/memory.ts';
import { workMix, type Mix } from './parts/work-mix.ts';

const SAMPLE_MS = 10_000;
const LANES = 4;

/** `npm run test:slow -- soak [--minutes 60] [--rest 250]`: two web processes and two workers under mixed work; `--minutes 1` to look for faults in the drill itself. */
const soak: Drill = {
  proves: 'an hour of mixed work over two web processes and two workers: no unexpected refusal, nothing stuck in the queue, the record sealed, and flat memory after the first fifth',
  async run(words) {
    const minutes = words.number('minutes', 60);
    const platform = await startDemoPlatform({ WEB_PROCESSES: '2', WORKERS: '2' });
    try {
      const mix = await workMix(platform.url);
      const began = performance.now();
      const until = began + minutes * 60_000;
      const samples: Sample[] = [];
      const lanes = Array.from({ length: LANES }, async (_, lane) => { while (performance.now() < until) { await mix.once(lane); await sleep(words.number('rest', 250)); } });
      const watch = (async () => { while (performance.now() < until) { samples.push(...await readMemory(platform.url, (performance.now() - began) / 1000)); await sleep(SAMPLE_MS); } })();
      await Promise.all([...lanes, watch]);
      const memory = judgeMemory(samples, minutes * 60);
      const left = await waitUntilQuiet(platform.url);
      const code = await platform.stop();
      return { failures: [...mix.failures(), ...memory.failures, ...left, ...(code === 0 ? [] : [`the platform ended with ${code}`])], partial: minutes < 60, numbers: { minutes, webProcesses: 2, workers: 2, ...told(mix), memoryMb: memory.numbers } };
    } finally {
      await platform.stop();
      platform.remove();
    }
  },
};
export default soak;

const told = (mix: Mix): Record<string, unknown> => ({ ...mix.numbers() });

/** After the work: nothing waits for long, nothing has failed, everything is sealed. */
async function waitUntilQuiet(url: string): Promise<string[]> {
  const admin = await HttpCaller.signedIn(url, 'admin', DEMO_PASSWORD);
  for (let second = 0; second < 90; second += 1) {
    const { body } = await admin.see('operations.get-status');
    const { pulse } = body as { pulse: { waiting: number; running: number; failed: number; oldestDueSeconds: number; unsealed: number } };
    if (pulse.running === 0 && pulse.oldestDueSeconds === 0 && pulse.unsealed <= 1) return pulse.failed === 0 ? [] : [`${pulse.failed} jobs failed`];
    await sleep(1000);
  }
  return ['the queue or the sealing did not come to rest in 90 s'];
}
