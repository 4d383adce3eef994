import { expect, test } from 'vitest';
import { findBenches } from '../../bench/harness/find-benches.ts';

// That each runs is the drill `benches` of the slow tests: copies of the project, servers and a million rows are not for every day.
test('every bench has a name of its own, a title and the promise it measures', async () => {
  const benches = await findBenches();
  expect(benches.length).toBeGreaterThan(5);
  expect(new Set(benches.map((bench) => bench.id)).size).toBe(benches.length);
  for (const bench of benches) {
    expect(bench.title, bench.id).toMatch(/\p{Script=Han}/u);
    expect(bench.promise.length, bench.id).toBeGreaterThan(5);
    expect(bench.run, bench.id).toBeTypeOf('function');
  }
});
