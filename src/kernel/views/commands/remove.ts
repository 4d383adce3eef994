import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** Takes a view of one's own away; others who opened their list with it open it plain again. */
export default defineCommand({
  id: 'views.remove', title: '删掉视图', allow: { staff: true }, input: z.strictObject({ view: z.int().positive() }),
  async run(tx, input, by) {
    const gone = await tx.find('delete from saved_view where id = $1 and post_id = $2 returning id', [input.view, by.caller.post?.id ?? null]);
    if (!gone) throw new Refusal('view.not-found');
    return { view: input.view };
  },
});
