import type { SourceDocument } from '../contract/parameter.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import { formatDateLong, type PlainDate } from '../values/plain-date.ts';

/** 《…》（国发〔2013〕44号）, as a refusal names it. */
export const documentWords = (document: SourceDocument): string => `《${document.title}》${document.number === null ? '（文号未录入）' : `（${document.number}）`}`;

/** Nobody opens an item from the day it is cancelled; what is running is not asked. Throws Refusal naming the day and the document. */
export async function refuseCancelled(tx: Tx, item: string, title: string, day: PlainDate): Promise<void> {
  const row = await tx.find<{ from_day: PlainDate; document: SourceDocument }>(
    `select from_day, document from item_event where item = $1 and event = 'cancelled' and from_day <= $2 and known_to is null order by from_day limit 1`, [item, day]);
  if (row) throw new Refusal('item.cancelled', { title, from: formatDateLong(row.from_day), document: documentWords(row.document) });
}
