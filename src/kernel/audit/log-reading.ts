import type { QueryContext } from '../db/query.ts';
import type { Tx } from '../db/tx.ts';
import { canonicalJson } from '../values/canonical-json.ts';

/** Writes who looked at whom: one signed row a reading, however many people it showed. */
export async function logReading(tx: Tx, by: QueryContext, name: string, reading: { kind: string; ids: readonly number[]; purpose?: string | undefined }): Promise<void> {
  const at = new Date().toISOString();
  const content = { query: name, account: by.caller.account?.id ?? null, post: by.caller.post?.id ?? null, person: by.caller.person, purpose: reading.purpose ?? null, kind: reading.kind, ids: reading.ids, day: by.today, at };
  await tx.run(
    `insert into read_log (query, account_id, post_id, person_id, purpose, subjects, subject_kind, business_day, at, key_id, mac)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [name, content.account, content.post, content.person, content.purpose, reading.ids, reading.kind, by.today, at, by.city.keys.current, by.city.keys.mac(canonicalJson(content))]);
}
