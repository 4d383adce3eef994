import { expect, test } from 'vitest';
import { killImports } from '../../harness/import-kills.ts';

test('导入写到一半被杀：接着写，一行不重、一行不丢', { timeout: 240_000 }, async () => {
  const { failures, deaths, stood } = await killImports({ rows: 6_000, deaths: 4, seed: 20_141_103 });
  expect(failures).toEqual([]);
  expect(deaths).toBeGreaterThanOrEqual(4);
  // it did not always die before the first piece
  expect(Math.max(...stood)).toBe(1);
});
