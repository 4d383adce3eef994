import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Domain } from '../contract/matter.ts';

const sources = join(import.meta.dirname, '../..');

/** 业务线: every line of business there is, in the order of their folders. */
export const lines: readonly Domain[] = await Promise.all(globSync('domains/*/domain.ts', { cwd: sources }).toSorted().map(
  async (file) => (await import(join(sources, file)) as { domain: Domain }).domain));
