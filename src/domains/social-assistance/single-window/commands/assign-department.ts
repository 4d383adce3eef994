import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { departmentsOn } from '../departments.ts';

/** 挂部门: says for which department a post of 协办部门经办 works. A post works for one. */
export default defineCommand({
  id: 'single-window.assign-department', title: '岗位挂协办部门', allow: { roles: ['administrator'] }, input: z.strictObject({ post: z.int().positive(), department: z.string().max(60) }),
  async run(tx, input, by) {
    if (!departmentsOn(by.today).some((one) => one.id === input.department)) throw new Refusal('department.unknown');
    const post = await tx.find<{ division_id: number }>(`select division_id from post where id = $1 and role = 'department-clerk' and division_id = any (caller_divisions())`, [input.post]);
    if (!post) throw new Refusal('department.not-a-post');
    await tx.run('update department_post set to_day = $2 where post_id = $1 and to_day is null', [input.post, by.today]);
    await tx.run('insert into department_post (post_id, department, division_id, from_day) values ($1, $2, $3, $4)', [input.post, input.department, post.division_id, by.today]);
    return { post: input.post };
  },
});
