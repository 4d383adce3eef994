import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';

export interface SavedView { readonly id: number; readonly name: string; readonly asked: Readonly<Record<string, string | number | boolean>>; readonly shared: boolean; readonly mine: boolean; readonly madeBy: string; readonly first: boolean }

/** The views of a list: one's own, and those that somebody of the same office shared. */
export default defineQuery({
  id: 'views.list', title: '常用视图', allow: { staff: true }, input: z.strictObject({ list: z.string().max(60) }),
  run: (tx, input, by): Promise<SavedView[]> => tx.rows<SavedView & Record<string, unknown>>(
    `select v.id, v.name, v.asked, v.shared, v.post_id = $1 as mine, v.made_by as "madeBy", exists (select 1 from default_view d where d.view_id = v.id and d.post_id = $1) as first
       from saved_view v where v.list = $3 and (v.post_id = $1 or (v.shared and v.division_id = $2)) order by v.id`, [by.caller.post?.id ?? null, by.caller.post?.divisionId ?? null, input.list]),
});
