import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCities, type TestCities } from '../../test/harness/city.ts';
import { headsFile } from '../kernel/audit/block-heads.ts';
import { dropUnfinished, markFinished, markUnfinished } from './unfinished-demo.ts';

let cities: TestCities;
const dataDir = mkdtempSync(join(tmpdir(), 'minzheng-unfinished-'));
const heads = headsFile({ dataDir, code: '442000' });
beforeAll(async () => {
  cities = await openTestCities();
  mkdirSync(dirname(heads), { recursive: true });
  writeFileSync(heads, '1 1 00\n');
});
afterAll(() => cities.close());

const isThere = async (): Promise<boolean> => (await cities.owner.query<{ is: boolean }>(`select to_regclass('city_442000.person') is not null as is`)).rows[0]?.is ?? false;

test('a finished city is never dropped, one that was broken off while it was filled is begun again', async () => {
  expect(await dropUnfinished(cities.owner, dataDir)).toBe(false);
  await markUnfinished(cities.owner);
  await markFinished(cities.owner);
  expect(await dropUnfinished(cities.owner, dataDir)).toBe(false);
  expect([await isThere(), existsSync(heads)]).toEqual([true, true]);
  await markUnfinished(cities.owner);
  expect(await dropUnfinished(cities.owner, dataDir)).toBe(true);
  expect([await isThere(), existsSync(heads)]).toEqual([false, false]);
});
