import { expect, test } from 'vitest';
import { killImports } from '../../harness/import-kills.ts';

/** How long, how often, when: the drill `import` asks for more than every run has time for. */
const [rows, deaths, seed] = [Number(process.env['IMPORT_ROWS'] ?? 6_000), Number(process.env['IMPORT_KILLS'] ?? 4), Number(process.env['IMPORT_SEED'] ?? 20_141_103)];

test('导入写到一半被杀：接着写，一行不重、一行不丢', { timeout: 1_200_000 }, async () => {
  const killed = await killImports({ rows, deaths, seed });
  console.log(`种子 ${seed} ${JSON.stringify(killed)}`);
  expect(killed.failures).toEqual([]);
  expect(killed.deaths).toBe(deaths);
});
