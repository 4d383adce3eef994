import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** Which view a list opens with for this post; none = plain. */
export default defineCommand({
  id: 'views.set-default', title: '打开先看', allow: { staff: true }, input: z.strictObject({ list: z.string().max(60), view: z.int().positive().nullable() }),
  async run(tx, input, by) {
    const { post } = by.caller;
    if (!post) throw new Refusal('access.no-post');
    await tx.run('delete from default_view where post_id = $1 and list = $2', [post.id, input.list]);
    if (input.view === null) return { view: null };
    const view = await tx.find<{ id: number }>('select id from saved_view where id = $1 and list = $2 and (post_id = $3 or (shared and division_id = $4))', [input.view, input.list, post.id, post.divisionId]);
    if (!view) throw new Refusal('view.not-found');
    await tx.run('insert into default_view (post_id, list, view_id) values ($1, $2, $3)', [post.id, input.list, view.id]);
    return { view: view.id };
  },
});
