import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import { NEEDS, WAYS_IN, type Need, type WayIn } from '../terms.ts';
import { HANDOVER_ROLES } from '../handovers.ts';

interface Row { id: number; number: string; name: string; how: WayIn; toldOn: PlainDate; state: 'open' | 'answered'; answeredOn: PlainDate | null; window: string; needs: Need[]; open: number; over: number; toTell: number; personId: number | null }

/** 求助登记簿: who was heard at the windows of one's area, newest first, and how many of their needs are still open. */
export default defineQuery({
  id: 'single-window.list-intakes', title: '求助登记', allow: { roles: HANDOVER_ROLES }, sensitive: true,
  input: z.strictObject({ only: z.enum(['open', 'answered', 'all']).default('all'), find: z.string().trim().max(40).optional(), before: z.int().optional(), limit: z.int().min(1).max(200).default(50) }),
  async run(tx, input, by) {
    const rows = await tx.rows<Row & Record<string, unknown>>(
      `select i.id, i.number, i.name_masked as name, i.how, i.told_on as "toldOn", i.state, i.answered_on as "answeredOn", i.office_name as window, i.person_id as "personId",
              coalesce(h.needs, '{}') as needs, coalesce(h.open, 0) as open, coalesce(h.over, 0) as over, coalesce(h.to_tell, 0) as "toTell"
         from intake i left join lateral (
           select array_agg(x.need order by x.id) filter (where x.state <> 'transferred') as needs, count(*) filter (where x.state in ('sent', 'received', 'returned'))::int as open,
                  count(*) filter (where x.state in ('sent', 'received', 'returned') and case when x.state = 'sent' then least(x.receive_due, x.answer_due) else x.answer_due end < $5)::int as over,
                  count(*) filter (where x.state = 'answered')::int as to_tell
             from handover x where x.intake_id = i.id) h on true
        where ($1 = 'all' or i.state = $1) and ($2::text is null or i.number = $2 or right(i.number, 6) = lpad($2, 6, '0') or i.name_masked like left($2, 1) || '%') and ($3::bigint is null or i.id < $3)
        order by i.id desc limit $4`, [input.only, input.find || null, input.before ?? null, input.limit, by.today]);
    by.saw('person', rows.flatMap((row) => (row.personId === null ? [] : [row.personId])), '看求助登记簿');
    return { today: by.today, lines: rows.map((row) => ({ ...row, needs: row.needs.map((need) => NEEDS[need].title), how: WAYS_IN[row.how] })) };
  },
});
