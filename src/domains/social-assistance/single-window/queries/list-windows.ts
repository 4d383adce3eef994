import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import { departmentName, departmentsOn } from '../departments.ts';
import { HANDOVER_ROLES } from '../handovers.ts';
import { WINDOW_LEVELS, type WindowLevel } from '../terms.ts';

interface Row { id: number; level: WindowLevel; name: string; town: string; address: string; phone: string; openedOn: PlainDate; closedOn: PlainDate | null }

/** 窗口登记簿: the windows of the city on a day, and the departments that work with them. */
export default defineQuery({
  id: 'single-window.list-windows', title: '救助窗口', allow: { roles: HANDOVER_ROLES }, input: z.strictObject({ level: z.enum(['city', 'town', 'village']).optional(), find: z.string().trim().max(40).optional() }),
  async run(tx, input, by) {
    const rows = await tx.rows<Row & Record<string, unknown>>(
      `select w.id, w.level, w.name, t.name as town, w.address, w.phone, w.opened_on as "openedOn", w.closed_on as "closedOn"
         from service_window w join division t on t.id = office_of(w.division_id, 'town')
        where w.opened_on <= $1 and (w.closed_on is null or w.closed_on > $1) and ($2::text is null or w.level = $2) and ($3::text is null or w.name like '%' || $3 || '%' or t.name like $3 || '%')
        order by array_position('{city,town,village}'::text[], w.level), t.code, w.id limit 1000`, [by.today, input.level ?? null, input.find || null]);
    const counts = await tx.rows<{ level: WindowLevel; windows: number }>('select level, count(*)::int as windows from service_window where opened_on <= $1 and (closed_on is null or closed_on > $1) group by level', [by.today]);
    const posted = new Set((await tx.rows<{ department: string }>('select departments_with_posts() as department')).map((row) => row.department));
    return {
      lines: rows.map((row) => ({ ...row, levelTitle: WINDOW_LEVELS[row.level] })),
      levels: (Object.keys(WINDOW_LEVELS) as WindowLevel[]).map((level) => ({ level, title: WINDOW_LEVELS[level], windows: counts.find((one) => one.level === level)?.windows ?? 0 })),
      departments: departmentsOn(by.today).map((one) => ({ id: one.id, title: departmentName(one.id, by.today), answersFor: one.answersFor, hasAccount: posted.has(one.id) })),
    };
  },
});
