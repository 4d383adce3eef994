import type { Tx } from '../db/tx.ts';
import type { ItemEvent } from './item-state.ts';

/** What happened to every item, or to one, as known now. */
export async function readItemEvents(tx: Tx, item?: string): Promise<Map<string, ItemEvent[]>> {
  const rows = await tx.rows<ItemEvent & Record<string, unknown>>(
    `select item, event, from_day as "from", can_be_online as "canBeOnline", level, document, source from item_event where known_to is null and ($1::text is null or item = $1) order by from_day, id`, [item ?? null]);
  return Map.groupBy(rows, (row) => row.item);
}
