import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { listCatalogue } from '../catalogue.ts';

/** 事项目录 as of a day (default: today), for anyone; the share online among those that can be. */
export default defineQuery({
  id: 'items.list-items', title: '事项目录', allow: { anyone: true }, input: z.strictObject({ day: dayInput.optional() }),
  async run(tx, input, by) {
    const day = input.day ?? by.today;
    const items = await listCatalogue(tx, day);
    const open = items.filter((item) => item.state.cancelled === null && item.state.canBeOnline);
    return { day, today: by.today, items, canBeOnline: open.length, online: open.filter((item) => item.online).length };
  },
});
