import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCities, staff, type TestCities } from '../../../test/harness/city.ts';
import type { Caller } from '../access/caller.ts';
import { defineQuery } from '../contract/door.ts';
import { z } from 'zod';
import { query } from './query.ts';
import { streamRows } from './stream-rows.ts';
import type { Tx } from './tx.ts';

let cities: TestCities;
let clerk: Caller;
beforeAll(async () => {
  cities = await openTestCities();
  clerk = await staff(cities, cities.zhongshan, 'town-clerk', '442000001');
});
afterAll(() => cities.close());

/** Runs it in a reading's transaction. */
async function within<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  const outcome = await query(cities.zhongshan, clerk, defineQuery({ id: 'test.stream', title: '试', allow: { staff: true }, input: z.strictObject({}), snapshot: true, run: (tx) => run(tx) }), {});
  if (!outcome.ok) throw new Error(outcome.refused.code);
  return outcome.result;
}

const upTo = 'select n from generate_series(1, $1::int) n order by n';
const openCursors = (tx: Tx) => tx.one<{ n: number }>(`select count(*)::int as n from pg_cursors where name like 'rows%'`);

test('every row once, in order, whatever the batch', async () => {
  for (const [many, batch] of [[0, 3], [1, 3], [3, 3], [4, 3], [10, 3], [7, 100]] as const) {
    const seen = await within(async (tx) => {
      const all: number[] = [];
      for await (const rows of streamRows<{ n: number }>(tx, upTo, [many], batch)) { expect(rows.length).toBeLessThanOrEqual(batch); all.push(...rows.map((row) => row.n)); }
      expect(await openCursors(tx)).toEqual({ n: 0 });
      return all;
    });
    expect(seen).toEqual(Array.from({ length: many }, (_, at) => at + 1));
  }
});

test('one left half-way is closed; other readings go on in between', async () => {
  await within(async (tx) => {
    for await (const rows of streamRows<{ n: number }>(tx, upTo, [100], 5)) {
      expect(rows).toHaveLength(5);
      expect(await tx.one('select 1 as one')).toEqual({ one: 1 });
      break;
    }
    expect(await openCursors(tx)).toEqual({ n: 0 });
  });
});

test('a statement that fails half-way is told, not swallowed', async () => {
  await expect(within(async (tx) => {
    for await (const rows of streamRows(tx, 'select 1 / (8 - n) as x from generate_series(1, 10) n', [], 3)) expect(rows.length).toBeGreaterThan(0);
  })).rejects.toThrow(/division by zero/);
});
