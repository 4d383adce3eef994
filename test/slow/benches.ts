import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findBenches } from '../../bench/harness/find-benches.ts';
import type { Drill } from './drill.ts';

const ROOT = join(import.meta.dirname, '../..');

/** `npm run test:slow -- benches`: every bench once with few rows. Its speed is nobody's business here. */
const benches: Drill = {
  proves: 'every bench runs to its end with few rows',
  async run() {
    const failures: string[] = [];
    const seconds: Record<string, number> = {};
    for (const { id } of await findBenches()) {
      const began = performance.now();
      if ((await runSmall(id)) !== 0) failures.push(`npm run bench -- ${id} --small`);
      seconds[id] = Math.round((performance.now() - began) / 1000);
    }
    return { failures, numbers: seconds };
  },
};
export default benches;

function runSmall(id: string): Promise<number | null> {
  return new Promise((resolve) => {
    spawn(process.execPath, [join(ROOT, 'bench/run.ts'), id, '--small'], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] }).on('exit', resolve);
  });
}
