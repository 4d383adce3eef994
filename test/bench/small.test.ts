import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Stage } from '../../bench/harness/bench.ts';
import { findBenches } from '../../bench/harness/find-benches.ts';
import { tellReport } from '../../bench/harness/report.ts';
import { describeSurroundings } from '../../bench/harness/surroundings.ts';
import { watchMemory } from '../../bench/harness/watch-memory.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

// Every bench once with few rows: that it runs, says the same twice where it says so, and can be told. Its speed is nobody's business here.
test.for(await findBenches())('小样能跑：$id', { timeout: 120_000 }, async (bench) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'minzheng-bench-'));
  let database: Promise<TestDatabase> | undefined;
  const stage: Stage = {
    small: true, rows: (_whole, few) => few, dataDir, say: () => {},
    databaseUrl: async () => (await (database ??= createTestDatabase())).url,
    watchMemory: () => watchMemory(undefined),
  };
  try {
    const outcome = await bench.run(stage);
    expect(outcome.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(outcome.measures.length).toBeGreaterThan(0);
    for (const measure of outcome.measures) expect(measure.rows, measure.what).toBeGreaterThan(0);
    const report = { id: bench.id, title: bench.title, promise: bench.promise, ranOn: '', surroundings: await describeSurroundings(undefined), ...outcome };
    expect(tellReport(report)).toContain(bench.id);
  } finally {
    await (await database)?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
