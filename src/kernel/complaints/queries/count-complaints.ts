import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';

/** How many complaints are open on this desk: the figure on the tab. */
export default defineQuery({
  id: 'complaints.count-complaints', title: '投诉举报件数', allow: { staff: true }, input: z.strictObject({}),
  run: (tx) => tx.one<{ count: number }>("select count(*)::int as count from complaint where state <> 'closed'"),
});
