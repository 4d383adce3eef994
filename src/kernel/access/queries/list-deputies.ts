import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { roleTitle } from '../roles.ts';

interface DeputyRow { readonly id: number; readonly holder: string; readonly deputy: string; readonly role: string; readonly division: string; readonly from: PlainDate; readonly to: PlainDate; readonly reason: string; readonly endedOn: PlainDate | null; readonly mine: boolean }
interface PostRow { readonly id: number; readonly role: string; readonly holder: string; readonly division: string; readonly mine: boolean }

/** 岗位代理: who holds whose post in the caller's area, and the posts the caller may hand over (an administrator: every post of the area). */
export default defineQuery({
  id: 'access.list-deputies', title: '岗位代理', allow: { staff: true }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const me = by.caller.account?.id ?? 0;
    const deputies = await tx.rows<DeputyRow & Record<string, unknown>>(
      `select d.id, h.name as holder, a.name as deputy, o.role, v.name as division, d.from_day as "from", d.to_day as "to", d.reason, e.ended_on as "endedOn", $1 in (h.id, a.id) as mine
         from post_deputy d join post o on o.id = d.of_post_id join account h on h.id = o.account_id join post p on p.id = d.deputy_post_id join account a on a.id = p.account_id
         join division v on v.id = d.division_id left join post_deputy_end e on e.deputy_id = d.id order by d.id desc limit 200`, [me]);
    const posts = await tx.rows<PostRow & Record<string, unknown>>(
      `select p.id, p.role, h.name as holder, v.name as division, p.account_id = $1 as mine from post p join account h on h.id = p.account_id join division v on v.id = p.division_id
        where (p.account_id = $1 or $2) and p.division_id = any ($3::int[]) and h.kind = 'staff' and p.valid_from <= $4 and (p.valid_to is null or p.valid_to > $4)
          and not exists (select 1 from post_deputy d where d.deputy_post_id = p.id) order by p.account_id = $1 desc, v.code, p.id limit 500`,
      [me, by.caller.post?.role === 'administrator', by.caller.divisions, by.today]);
    const colleagues = await tx.rows<{ id: number; name: string; where: string }>(
      `select a.id, a.name, min(v.name) as "where" from account a join post p on p.account_id = a.id join division v on v.id = p.division_id
        where a.kind = 'staff' and not a.disabled and p.division_id = any ($1::int[]) and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2) group by a.id, a.name order by min(v.code), a.name limit 500`,
      [by.caller.divisions, by.today]);
    const titled = <T extends { readonly role: string }>(row: T) => ({ ...row, roleTitle: roleTitle(row.role) });
    return { today: by.today, deputies: deputies.map(titled), posts: posts.map(titled), colleagues };
  },
});
