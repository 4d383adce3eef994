import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** So many tabs fit over a list. */
const MOST = 12;

/** Keeps what a list is filtered by under a name. Only plain choices: words somebody was looked for by are not taken. */
export default defineCommand({
  id: 'views.save', title: '存为视图', allow: { staff: true },
  input: z.strictObject({
    list: z.string().regex(/^[a-z][a-z.-]{1,59}$/), name: z.string().trim().min(1).max(20), shared: z.boolean().default(false),
    asked: z.record(z.string().regex(/^(?!find$|text$)[A-Za-z]{1,30}$/), z.union([z.boolean(), z.int(), z.string().max(60)])),
  }),
  async run(tx, input, by) {
    const { post, account } = by.caller;
    if (!post) throw new Refusal('access.no-post');
    const { count } = await tx.one<{ count: number }>('select count(*)::int as count from saved_view where post_id = $1 and list = $2', [post.id, input.list]);
    if (count >= MOST) throw new Refusal('view.too-many', { most: MOST });
    const made = await tx.find<{ id: number }>(
      `insert into saved_view (post_id, division_id, made_by, list, name, asked, shared) values ($1, $2, $3, $4, $5, $6, $7) on conflict (post_id, list, name) do nothing returning id`,
      [post.id, post.divisionId, account?.name ?? '', input.list, input.name, JSON.stringify(input.asked), input.shared]);
    if (!made) throw new Refusal('view.name-taken', { name: input.name });
    return made;
  },
});
