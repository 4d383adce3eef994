import { createHash } from 'node:crypto';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { storeFile } from '../../documents/store-file.ts';
import { PASTED_TYPE } from './read-source.ts';

/** What was pasted, kept as a file: read again when it is gone on with. Returns the file's id. */
export async function keepPasted(tx: Tx, by: CommandContext, text: string): Promise<number> {
  const bytes = Buffer.from(text, 'utf8');
  const { id } = await storeFile(bytes).run(tx, { name: '贴进来的.tsv', mediaType: PASTED_TYPE, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }, by);
  return id;
}
