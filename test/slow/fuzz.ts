import { demoCities } from '../../src/kernel/db/cities.ts';
import { migrateAll } from '../../src/kernel/db/migrate.ts';
import { openFuzzCity } from '../fuzz/fuzz-city.ts';
import { runFuzz } from '../fuzz/run-fuzz.ts';
import { startTestServer } from '../harness/test-server.ts';
import type { Drill } from './drill.ts';

/**
 * `npm run test:slow -- fuzz [--inputs 100000] [--minutes 120] [--lanes 8] [--seed N]`. To send a failing input again: `--seed N --input 123`; all of a
 * route: `--seed N --route c/payroll.send`. What limits it is the database: an input is some twenty statements, so several are under way at a time.
 */
const fuzz: Drill = {
  proves: 'no input to any route gives a 500, a code outside the refusal table, an answer without its envelope, an answer later than 10 s (sent alone), a person in a log or an open transaction',
  async run(words) {
    const only = words.text('input');
    const route = words.text('route');
    const seed = words.number('seed', 20_141_103);
    const inputs = only === undefined ? words.number('inputs', 100_000) : 1;
    if (only !== undefined) process.env['MINZHENG_DEBUG'] = '1';
    const server = await startTestServer();
    try {
      await migrateAll(server.adminUrl, demoCities);
      const city = await openFuzzCity(server.adminUrl, { both: true });
      const began = performance.now();
      const result = await runFuzz(city, {
        seed, inputs, from: Number(only ?? 0), lanes: only === undefined ? words.number('lanes', 8) : 1, until: began + words.number('minutes', 120) * 60_000, say: (line) => console.log(line), ...(route === undefined ? {} : { route }),
      });
      await city.close();
      const seconds = Math.round((performance.now() - began) / 1000);
      return {
        failures: result.failures.map(({ input, route: at, wrong }) => `input ${input} to ${at}: ${wrong.join('; ')}`),
        partial: only !== undefined || route !== undefined || inputs < 50_000,
        numbers: { seed, inputs: result.inputs, slowBesideOthers: result.slowBesideOthers, inputsPerSecond: Math.round(result.inputs / Math.max(1, seconds)), routes: Object.keys(result.routes).length, ...summary(result.routes), refusals: result.codes, byRoute: result.routes },
      };
    } finally {
      await server.stop();
    }
  },
};
export default fuzz;

function summary(routes: Readonly<Record<string, { taken: number; refused: number; slowestMs: number }>>): { taken: number; refused: number; slowestMs: number } {
  const all = Object.values(routes);
  return { taken: sum(all.map((one) => one.taken)), refused: sum(all.map((one) => one.refused)), slowestMs: Math.max(0, ...all.map((one) => one.slowestMs)) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
