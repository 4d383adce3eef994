import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';

/** How many errands wait for this post's role: the figure on the tab. */
export default defineQuery({
  id: 'errands.count-errands', title: '交办事项件数', allow: { staff: true }, input: z.strictObject({}),
  run: (tx, _input, by) => tx.one<{ count: number }>('select count(*)::int as count from errand where done_on is null and $1 = any (roles)', [by.caller.post?.role ?? '']),
});
