import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { BulkWork } from '../contract/bulk.ts';
import { AppError } from '../contract/refusal.ts';

const sources = join(import.meta.dirname, '../..');
let loaded: Promise<ReadonlyMap<string, BulkWork>> | undefined;

/** Every kind of work that can be done for many at once, by its id: adding a file `<room>/bulk/*.ts` adds one. */
export function loadBulkWorks(): Promise<ReadonlyMap<string, BulkWork>> {
  loaded ??= Promise.all(globSync(['kernel/*/bulk/*.ts', 'domains/*/*/bulk/*.ts'], { cwd: sources }).map(
    async (file) => (await import(join(sources, file)) as { default: BulkWork }).default,
  )).then((works) => new Map(works.map((work) => [work.id, work])));
  return loaded;
}

export async function getBulkWork(id: string): Promise<BulkWork> {
  const work = (await loadBulkWorks()).get(id);
  if (work === undefined) throw new AppError('bulk.no-work', `nothing is declared as ${id} in any <room>/bulk/`);
  return work;
}
