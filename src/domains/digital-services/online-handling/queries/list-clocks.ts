import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { listClocks } from '../supervision/list-clocks.ts';

/** 效能监督: every limit in one's area that is over or near its end, with how late it is and what was written about it. */
export default defineQuery({
  id: 'supervision.list-clocks', title: '期限监督', allow: { staff: true }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const { lines, limits } = await listClocks(tx, by.city.code, by.today);
    return { today: by.today, lines, limits };
  },
});
