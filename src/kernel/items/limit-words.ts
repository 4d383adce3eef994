import type { ItemLimit } from '../contract/service-item.ts';

/** 60 日 · 30 个工作日 · 没有录入天数. Pure. */
export function itemLimitWords(limit: ItemLimit): string {
  if (limit.days === null) return limit.note ?? '没有录入天数';
  return `${limit.days} ${limit.calendar === 'working' ? '个工作日' : '日'}${limit.note === undefined ? '' : `（${limit.note}）`}`;
}
