import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';

/** Posts of 协办部门经办 and the department each works for; null = not assigned, sees nothing. Those of the administrator's own area. */
export default defineQuery({
  id: 'single-window.list-department-posts', title: '协办部门岗位', allow: { roles: ['administrator'] }, input: z.strictObject({}),
  run: async (tx, _input, by) => ({
    lines: await tx.rows<{ post: number; name: string; department: string | null }>(
      `select p.id as post, a.name, d.department from post p join account a on a.id = p.account_id left join department_post d on d.post_id = p.id and d.to_day is null
        where p.role = 'department-clerk' and p.division_id = any ($2::int[]) and p.valid_from <= $1 and (p.valid_to is null or p.valid_to > $1) order by p.id`, [by.today, by.caller.divisions]),
  }),
});
