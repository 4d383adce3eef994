import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The last backup that was finished: when (ISO), how large, how long it took. Where it lies is the business of whoever made it. */
export interface LastBackup { readonly at: string; readonly bytes: number; readonly seconds: number }

const fileOf = (dataDir: string): string => join(dataDir, 'last-backup.json');

export function noteBackup(dataDir: string, backup: LastBackup): void {
  writeFileSync(fileOf(dataDir), `${JSON.stringify(backup)}\n`, { mode: 0o600 });
}

/** Undefined when none was ever made from this folder. */
export function findLastBackup(dataDir: string): LastBackup | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as LastBackup;
  } catch {
    return undefined;
  }
}
