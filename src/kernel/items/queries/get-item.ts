import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { listCatalogue, listItemEvents } from '../catalogue.ts';

/** 办事指南 of one item, with what happened to it over the years. */
export default defineQuery({
  id: 'items.get-item', title: '办事指南', allow: { anyone: true }, input: z.strictObject({ item: z.string().max(80), day: dayInput.optional() }),
  async run(tx, input, by) {
    const item = (await listCatalogue(tx, input.day ?? by.today)).find((one) => one.id === input.item);
    if (!item) throw new Refusal('item.not-found');
    return { today: by.today, ...item, events: await listItemEvents(tx, item.id) };
  },
});
