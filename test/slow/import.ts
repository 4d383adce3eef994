import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Killed } from '../harness/import-kills.ts';
import type { Drill } from './drill.ts';

const ROOT = join(import.meta.dirname, '../..');
const TEST = 'test/acceptance/registers/import-killed.test.ts';

/** `npm run test:slow -- import [--rows 20000] [--kills 12] [--seed N]`: the test of `npm test` with a long sheet and more deaths. */
const importing: Drill = {
  proves: 'an import of 20,000 rows whose worker is killed with -9 at random statements is resumed: no row twice, none lost, the record whole; rows a second and peak memory of one nobody killed',
  async run(words) {
    const [rows, kills, seed] = [words.number('rows', 20_000), words.number('kills', 12), words.number('seed', Date.now() % 1_000_000)];
    const { code, said } = await runTest({ IMPORT_ROWS: String(rows), IMPORT_KILLS: String(kills), IMPORT_SEED: String(seed) });
    const killed = JSON.parse(/种子 \d+ (\{.*\})/.exec(said)?.[1] ?? '{"failures":[],"stood":[],"plain":{}}') as Killed;
    const failures = [...killed.failures, ...(code === 0 ? [] : [`again with IMPORT_ROWS=${rows} IMPORT_KILLS=${kills} IMPORT_SEED=${seed} npx vitest run ${TEST}`])];
    return { failures, partial: rows < 20_000 || kills < 12, numbers: { rows, seed, kills: killed.deaths ?? 0, piecesStoodAtDeath: killed.stood, ...killed.plain } };
  },
};
export default importing;

function runTest(asked: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', TEST], { cwd: ROOT, env: { ...process.env, ...asked }, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (data: Buffer) => { said += data.toString(); });
    child.once('exit', (code) => resolve({ code, said }));
  });
}
