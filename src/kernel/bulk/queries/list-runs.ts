import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import type { RunState } from '../run.ts';

interface Row { id: number; title: string; state: RunState; orderedBy: string; orderedOn: string; mine: boolean; all: number; done: number; refused: number }

/** What was ordered for many at once in one's office, newest first. */
export default defineQuery({
  id: 'bulk.list-runs', title: '批量办理', allow: { staff: true }, input: z.strictObject({ limit: z.int().min(1).max(200).default(50) }),
  run: (tx, input, by): Promise<Row[]> => tx.rows<Row & Record<string, unknown>>(
    `select b.id, b.title, b.state, b.ordered_by as "orderedBy", b.ordered_on as "orderedOn", b.post_id = $2 as mine, n."all", n.done, n.refused
       from bulk_run b cross join lateral (select count(*)::int as "all", count(*) filter (where r.state = 'done')::int as done, count(*) filter (where r.state = 'refused')::int as refused from bulk_row r where r.run_id = b.id) n
      where b.division_id = $3 order by b.id desc limit $1`, [input.limit, by.caller.post?.id ?? null, by.caller.post?.divisionId ?? null]),
});
