import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoCities } from '../../src/kernel/db/cities.ts';
import { migrateAll } from '../../src/kernel/db/migrate.ts';
import { startTestServer } from '../harness/test-server.ts';
import { openFuzzCity } from './fuzz-city.ts';
import { runFuzz } from './run-fuzz.ts';

// The long run: `node test/fuzz/slow.ts [--inputs 100000] [--minutes 60] [--seed N]`; writes last-result.json.
// To send a failing input again: `--seed N --input 123`, or all of a route `--seed N --route c/payroll.send`.
const word = (name: string): string | undefined => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? undefined : process.argv[at + 1]; };
const number = (name: string, otherwise: number): number => Number(word(name) ?? otherwise);

const only = word('input');
const route = word('route');
const seed = number('seed', 20_141_103);
const server = await startTestServer();
let failed = 1;
try {
  if (only !== undefined) process.env['MINZHENG_DEBUG'] = '1';
  await migrateAll(server.adminUrl, demoCities);
  const city = await openFuzzCity(server.adminUrl, { both: true });
  const began = performance.now();
  const result = await runFuzz(city, {
    seed, inputs: only === undefined ? number('inputs', 100_000) : 1, from: Number(only ?? 0), until: began + number('minutes', 60) * 60_000, say: (line) => console.log(line), ...(route === undefined ? {} : { route }),
  });
  await city.close();
  const seconds = Math.round((performance.now() - began) / 1000);
  if (only === undefined && route === undefined) writeFileSync(join(import.meta.dirname, 'last-result.json'), `${JSON.stringify({ ranOn: new Date().toISOString(), seconds, seed, inputs: result.inputs, failed: result.failures.length, routes: result.routes, refusals: result.codes }, null, 1)}\n`);
  failed = result.failures.length;
  console.log(`\n${result.inputs} inputs to ${Object.keys(result.routes).length} routes in ${seconds} s, seed ${seed}\n${result.inputs - failed} passed, ${failed} failed`);
} catch (fault) {
  console.error(fault);
} finally {
  await server.stop();
}
process.exit(failed === 0 ? 0 : 1);
