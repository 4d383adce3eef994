import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandDefinition, QueryDefinition } from '../kernel/contract/door.ts';
import type { Download } from '../kernel/contract/download.ts';
import { AppError, type RefusalDeclaration } from '../kernel/contract/refusal.ts';
import type { JobHandler } from '../kernel/jobs/job.ts';

const sources = join(import.meta.dirname, '..');

// oxlint-disable-next-line typescript/no-explicit-any -- inputs and outputs are each door's own
export type AnyCommand = CommandDefinition<any, any>;
// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type AnyQuery = QueryDefinition<any, any>;
// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type AnyDownload = Download<any>;

/** Everything that can be asked for, collected by glob: adding a file adds a door. */
export interface Doors {
  readonly commands: ReadonlyMap<string, AnyCommand>;
  readonly queries: ReadonlyMap<string, AnyQuery>;
  readonly downloads: ReadonlyMap<string, AnyDownload>;
  readonly jobs: readonly JobHandler[];
  readonly refusals: Readonly<Record<string, RefusalDeclaration>>;
}

interface Found<T> { readonly file: string; readonly value: T }

/** Default exports of `<room>/<what>` in the kernel and of `<matter>/<what>` in the domains. */
async function load<T>(what: string): Promise<Found<T>[]> {
  const files = globSync([`kernel/*/${what}`, `domains/*/${what}`, `domains/*/*/${what}`, `kernel/*/*/${what}`], { cwd: sources });
  return Promise.all([...new Set(files)].filter((file) => !file.endsWith('.test.ts')).toSorted().map(async (file) => {
    const { default: value } = await import(join(sources, file)) as { default?: T };
    if (value === undefined) throw new AppError('doors.no-default', `${file} has no default export`);
    return { file, value };
  }));
}

function byId<T extends { readonly id: string }>(found: readonly Found<T>[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const { file, value } of found) {
    if (map.has(value.id)) throw new AppError('doors.twice', `${file}: the id ${value.id} is taken; choose another`);
    map.set(value.id, value);
  }
  return map;
}

export async function findDoors(): Promise<Doors> {
  const [commands, queries, downloads, jobs, refusals] = await Promise.all([
    load<AnyCommand>('commands/*.ts'), load<AnyQuery>('queries/*.ts'), load<AnyDownload>('downloads/*.ts'), load<JobHandler>('jobs/*.ts'), load<Record<string, RefusalDeclaration>>('refusals.ts')]);
  return {
    commands: byId(commands), queries: byId(queries), downloads: byId(downloads), jobs: jobs.map((job) => job.value),
    refusals: Object.assign({}, ...refusals.map((room) => room.value)) as Record<string, RefusalDeclaration>,
  };
}
