import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '../contract/door.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';

const input = z.strictObject({ name: z.string().min(1).max(200), mediaType: z.string().max(100), sha256: z.string().length(64), size: z.int().min(1) });

/** Keeps a file that was handed in. The bytes travel beside the body, which carries their digest. */
export const storeFile = (bytes: Buffer) => defineCommand({
  id: 'documents.store-file', title: '存文件', allow: { staff: true, residents: true, mandated: true }, input,
  scopeForResident: async (tx, _input, person) => (await tx.rows<{ id: number | null }>('select place_of_person($1) as id', [person])).flatMap((row) => row.id ?? []),
  async run(tx, file, by) {
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new Refusal('documents.broken');
    const division = by.caller.post?.divisionId ?? by.caller.divisions[0] ?? (await residentDivision(tx, by.caller.person));
    const { id } = await tx.one<{ id: number }>(
      `insert into stored_file (name, media_type, sha256, size, bytes, division_id, person_id) values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [file.name, file.mediaType, Buffer.from(file.sha256, 'hex'), file.size, bytes, division, by.caller.person]);
    return { id };
  },
});

async function residentDivision(tx: Tx, person: number | null): Promise<number> {
  const { id } = await tx.one<{ id: number | null }>('select place_of_person($1) as id', [person]);
  if (id === null) throw new Refusal('not-found');
  return id;
}

/** A file the caller may see: its bytes, and the resident who handed it in, where one did. Refuses `not-found`. */
export async function readStoredFile(tx: Tx, id: number): Promise<{ name: string; mediaType: string; bytes: Buffer; person: number | null }> {
  const row = await tx.find<{ name: string; media_type: string; bytes: Buffer; person_id: number | null }>('select name, media_type, bytes, person_id from stored_file where id = $1', [id]);
  if (!row) throw new Refusal('not-found');
  return { name: row.name, mediaType: row.media_type, bytes: row.bytes, person: row.person_id };
}
