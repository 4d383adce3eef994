import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';

/** How many 督办单 in one's area wait for an answer, for the tab. */
export default defineQuery({
  id: 'supervision.count-notes', title: '待答复的督办', allow: { staff: true }, input: z.strictObject({}),
  run: (tx) => tx.one<{ count: number }>(`select count(*)::int as count from supervision_note where state = 'open'`),
});
