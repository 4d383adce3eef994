import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Drill } from './drill.ts';

const ROOT = join(import.meta.dirname, '../..');
const TEST = 'src/kernel/payroll/crash.test.ts';

/** `npm run test:slow -- kills [--worlds 10] [--seed N]`: the test of `npm test`, each time with other moments of death. */
const kills: Drill = {
  proves: 'a month of payments killed with -9 at random statements, at least twenty times in each of ten worlds, resumes to the same rolls as one nobody killed: nothing lost, nothing twice, the record whole',
  async run(words) {
    const seed = words.number('seed', Date.now() % 1_000_000);
    const worlds = words.number('worlds', 10);
    const failures: string[] = [];
    let deaths = 0;
    for (let at = 0; at < worlds; at += 1) {
      const { code, said } = await runTest(seed + at);
      deaths += Number(/被杀 (\d+) 次/.exec(said)?.[1] ?? 0);
      if (code !== 0) failures.push(`seed ${seed + at}: again with KILL_SEED=${seed + at} npx vitest run ${TEST}`);
      console.log(`seed ${seed + at}: ${/被杀 \d+ 次/.exec(said)?.[0] ?? 'no death counted'}${code === 0 ? '' : ', failed'}`);
    }
    return { failures, partial: worlds < 10, numbers: { seed, worlds, kills: deaths } };
  },
};
export default kills;

function runTest(seed: number): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', TEST, '-t', 'kill -9'], { cwd: ROOT, env: { ...process.env, KILL_SEED: String(seed) }, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (data: Buffer) => { said += data.toString(); });
    child.once('exit', (code) => resolve({ code, said }));
  });
}
