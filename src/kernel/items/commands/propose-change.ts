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

/** 事项变动: one person enters that an item is cancelled, or open online to another level, from a day, by a document. Nothing counts before another has signed it. */
export default defineCommand({
  id: 'items.propose-change', title: '登记事项变动', allow: { roles: ['standards-officer', 'administrator'] }, input,
  async run(tx, input, by) {
    const item = (await loadRegistry()).items.find((one) => one.id === input.item);
    if (!item) throw new Refusal('item.not-found');
    if (input.document.title === '') throw new Refusal('item.document-missing');
    const level = input.event === 'online' ? (input.level ?? 'none') : null;
    if (level !== null && level !== 'none' && level !== 'inquiry' && !item.canBeOnline) throw new Refusal('item.not-online');
    if (await tx.find('select 1 from item_event where item = $1 and event = $2 and from_day = $3 and known_to is null', [item.id, input.event, input.from])) throw new Refusal('item.already');
    const made = await tx.find<{ id: number }>(
      `insert into item_proposal (item, title, division_id, event, from_day, level, document, proposed_by, proposed_name, proposed_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (item, event, from_day) where state = 'waiting' do nothing returning id`,
      [item.id, item.title, by.caller.post?.divisionId, input.event, input.from, level, JSON.stringify(input.document), by.caller.account?.id, by.caller.account?.name, by.today]);
    if (!made) throw new Refusal('item.already');
    return { item: item.id, proposal: made.id };
  },
});
