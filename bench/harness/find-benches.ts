import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench } from './bench.ts';

const FOLDER = join(import.meta.dirname, '..');

/** Every bench there is: one file `bench/NAME.ts` each. Throws when a file and its bench are called differently. */
export async function findBenches(): Promise<Bench[]> {
  const files = globSync('*.ts', { cwd: FOLDER }).filter((file) => file !== 'run.ts').toSorted();
  return Promise.all(files.map(async (file) => {
    const { bench } = (await import(pathToFileURL(join(FOLDER, file)).href)) as { bench?: Bench };
    if (bench?.id !== basename(file, '.ts')) throw new Error(`bench/${file}: export const bench with id '${basename(file, '.ts')}'`);
    return bench;
  }));
}
