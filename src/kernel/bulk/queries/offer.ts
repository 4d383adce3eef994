import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { loadBulkWorks } from '../../registry/load-bulk-works.ts';
import { MOST_ROWS } from '../run.ts';

/** What can be done together with the rows ticked: each with its form and for how many of them. */
export default defineQuery({
  id: 'bulk.offer', title: '可以批量办的', allow: { staff: true }, input: z.strictObject({ work: z.string().max(60), ids: z.array(z.int().positive()).min(1).max(MOST_ROWS) }),
  async run(tx, input, by) {
    const work = (await loadBulkWorks()).get(input.work);
    const offers = (await work?.offer(tx, by, input.ids)) ?? [];
    return { unit: work?.unit ?? '件', offers: offers.map(({ fits, ...offer }) => ({ ...offer, count: fits.length })) };
  },
});
