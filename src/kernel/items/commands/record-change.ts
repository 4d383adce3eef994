import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { ONLINE_LEVELS, type OnlineLevel } from '../../contract/service-item.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';

const levels = Object.keys(ONLINE_LEVELS) as [OnlineLevel, ...OnlineLevel[]];
const input = z.strictObject({
  item: z.string().max(80), event: z.enum(['online', 'cancelled']), from: dayInput, level: z.enum(levels).optional(),
  document: z.strictObject({ title: z.string().trim().max(200), number: z.string().trim().max(60).nullable() }),
});

/** 事项变动: the bureau records that an item is cancelled, or open online to another level, from a day, by a document. */
export default defineCommand({
  id: 'items.record-change', title: '登记事项变动', allow: { roles: ['standards-officer', 'administrator'] }, input,
  async run(tx, input, by) {
    const item = (await loadRegistry()).items.find((one) => one.id === input.item);
    if (!item) throw new Refusal('item.not-found');
    if (input.document.title === '') throw new Refusal('item.document-missing');
    const level = input.event === 'online' ? (input.level ?? 'none') : null;
    if (level !== null && level !== 'none' && level !== 'inquiry' && !item.canBeOnline) throw new Refusal('item.not-online');
    const made = await tx.run(
      `insert into item_event (item, title, division_id, event, from_day, level, document, source, account_name) values ($1, $2, $3, $4, $5, $6, $7, 'bureau', $8) on conflict (item, event, from_day) where known_to is null do nothing`,
      [item.id, item.title, by.caller.post?.divisionId, input.event, input.from, level, JSON.stringify(input.document), by.caller.account?.name]);
    if (made === 0) throw new Refusal('item.already');
    return { item: item.id };
  },
});
