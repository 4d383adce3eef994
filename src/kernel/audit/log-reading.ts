import { randomBytes } from 'node:crypto';
import type { QueryContext } from '../db/query.ts';
import type { Tx } from '../db/tx.ts';
import { canonicalJson } from '../values/canonical-json.ts';

/** What the signature of a reading covers. Readings from before they were sealed have no nonce. */
export interface ReadingContent {
  readonly query: string; readonly account: number | null; readonly post: number | null; readonly person: number | null; readonly purpose: string | null;
  readonly kind: string; readonly ids: readonly number[]; readonly day: string; readonly at: string; readonly nonce?: string;
}
export const readingText = (content: ReadingContent): string => canonicalJson(content);

/** Writes who looked at whom: one signed row a reading, however many people it showed. */
export async function logReading(tx: Tx, by: QueryContext, name: string, reading: { kind: string; ids: readonly number[]; purpose?: string | undefined }): Promise<void> {
  const nonce = randomBytes(12);
  const content: ReadingContent = {
    query: name, account: by.caller.account?.id ?? null, post: by.caller.post?.id ?? null, person: by.caller.person, purpose: reading.purpose ?? null,
    kind: reading.kind, ids: reading.ids, day: by.today, at: new Date().toISOString(), nonce: nonce.toString('hex'),
  };
  const { current } = by.city.keys;
  await tx.run(
    `insert into read_log (query, account_id, post_id, person_id, purpose, subjects, subject_kind, business_day, at, nonce, key_id, mac)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [name, content.account, content.post, content.person, content.purpose, `{${reading.ids.join(',')}}`, reading.kind, by.today, content.at, nonce, current, by.city.keys.mac(readingText(content), current)]);
}
