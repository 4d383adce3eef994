import { plainTitleOf } from '../contract/matter.ts';
import { isHandledOnline, ITEM_KINDS, ONLINE_LEVELS, type ServiceItem } from '../contract/service-item.ts';
import type { Tx } from '../db/tx.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { itemState, type ItemEvent, type ItemState } from './item-state.ts';
import { readItemEvents } from './read-events.ts';

/** An item of the catalogue as of a day. */
export interface CatalogueItem {
  readonly id: string; readonly title: string; readonly plainTitle: string | null; readonly line: string; readonly kindTitle: string; readonly law: ServiceItem['law']; readonly who: string; readonly where: string; readonly bring: readonly string[];
  readonly limit: ServiceItem['limit']; readonly fee: string; readonly state: ItemState; readonly levelTitle: string; readonly online: boolean;
  /** Carried out on this platform: the page to apply on, if one can. */
  readonly built: boolean; readonly applyAt: string | null;
}

/** 事项目录 as of a day: what is listed, with what was cancelled by then. */
export async function listCatalogue(tx: Tx, day: PlainDate): Promise<CatalogueItem[]> {
  const [registry, events] = [await loadRegistry(), await readItemEvents(tx)];
  return registry.items.flatMap((item) => {
    const state = itemState(events.get(item.id) ?? [], day);
    if (!state.listed) return [];
    const matter = registry.findMatter(item.id);
    const applies = matter?.portal !== undefined && (matter.procedures?.length ?? 0) > 0 && state.cancelled === null;
    return [{
      id: item.id, title: item.title, plainTitle: matter === undefined ? null : plainTitleOf(matter), line: item.line, kindTitle: ITEM_KINDS[item.kind], law: item.law, who: item.who, where: item.where, bring: item.bring, limit: item.limit, fee: item.fee, state,
      levelTitle: ONLINE_LEVELS[state.level], online: isHandledOnline(state.level), built: matter !== undefined, applyAt: applies ? `/get/${item.id}` : null,
    }];
  });
}

/** What happened to one item, oldest first. */
export const listItemEvents = async (tx: Tx, item: string): Promise<readonly ItemEvent[]> => (await readItemEvents(tx, item)).get(item) ?? [];
