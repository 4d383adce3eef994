import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';

/** Reviews that wait for the office of a post, untouched, and how many of them are past their month. */
export default defineQuery({
  id: 'reviews.count', title: '待复核数', allow: { staff: true }, input: z.strictObject({}),
  async run(tx, _input, by) {
    if (!by.caller.post) return { count: 0, overdue: 0 };
    return tx.one<{ count: number; overdue: number }>(
      `select count(*)::int as count, count(*) filter (where p.due_month < date_trunc('month', $3::date))::int as overdue
         from case_task t join case_file c on c.id = t.case_id left join review_plan p on p.grant_id = c.grant_id
        where t.done_on is null and t.dropped_on is null and c.kind = 'review' and c.state_seq = 1 and t.office_division_id = $1 and $2 = any (t.roles)`,
      [by.caller.post.divisionId, by.caller.post.role, by.today]);
  },
});
