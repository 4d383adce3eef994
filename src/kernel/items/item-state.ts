import type { SourceDocument } from '../contract/parameter.ts';
import type { OnlineLevel } from '../contract/service-item.ts';
import type { PlainDate } from '../values/plain-date.ts';

export interface ItemEvent {
  readonly item: string; readonly event: 'listed' | 'online' | 'cancelled'; readonly from: PlainDate; readonly canBeOnline: boolean | null; readonly level: OnlineLevel | null;
  readonly document: SourceDocument & { readonly demo?: boolean }; readonly source: 'declared' | 'bureau';
}
/** An item as it stands on a day. */
export interface ItemState {
  readonly listed: boolean; readonly canBeOnline: boolean; readonly level: OnlineLevel; readonly levelFrom: PlainDate | null; readonly levelDocument: ItemEvent['document'] | null;
  readonly cancelled: { readonly from: PlainDate; readonly document: ItemEvent['document'] } | null;
}

/** How an item stands on a day, from what happened to it. The day of an event counts. Pure. */
export function itemState(events: readonly ItemEvent[], day: PlainDate): ItemState {
  const before = events.filter((event) => event.from <= day).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const listed = before.findLast((event) => event.event === 'listed');
  const online = before.findLast((event) => event.event === 'online');
  const cancelled = before.find((event) => event.event === 'cancelled');
  return {
    listed: listed !== undefined, canBeOnline: listed?.canBeOnline ?? false, level: online?.level ?? 'none', levelFrom: online?.from ?? null, levelDocument: online?.document ?? null,
    cancelled: cancelled === undefined ? null : { from: cancelled.from, document: cancelled.document },
  };
}
