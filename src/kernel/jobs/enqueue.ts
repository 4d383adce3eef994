import type { Tx } from '../db/tx.ts';

/** Queues work for after the commit. The same kind and key waits only once. Payload: ids, never personal data. */
export async function enqueue(tx: Tx, kind: string, payload: Readonly<Record<string, unknown>>, options: { key?: string; after?: Date; post?: number } = {}): Promise<void> {
  await tx.run(
    `insert into job (kind, payload, unique_key, run_after, post_id) values ($1, $2, $3, coalesce($4, now()), $5)
     on conflict (kind, unique_key) where state in ('waiting', 'running') and unique_key is not null do nothing`,
    [kind, JSON.stringify(payload), options.key ?? null, options.after?.toISOString() ?? null, options.post ?? null]);
}

/** Says that something happened; reactions of other parts run from here after the commit. */
export const announce = (tx: Tx, event: string, payload: Readonly<Record<string, unknown>>): Promise<void> => enqueue(tx, `event:${event}`, payload);
