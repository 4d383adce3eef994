import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const WORTH_IT = 1024;
const packs = [
  ['.br', (bytes: Buffer): Promise<Buffer> => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })],
  ['.gz', (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes, { level: 9 })],
] as const;

/** Lays a packed twin beside every text file of a bundle, once, so that a slow line carries a third and no request waits for packing. */
export async function packFiles(folder: string): Promise<void> {
  await Promise.all(globSync('**/*.{js,css,html,svg,json,webmanifest}', { cwd: folder }).flatMap((file) => packs.map(async ([ending, pack]) => {
    const bytes = await readFile(join(folder, file));
    if (bytes.length < WORTH_IT) return;
    const packed = await pack(bytes);
    if (packed.length < bytes.length) await writeFile(join(folder, `${file}${ending}`), packed);
  })));
}
