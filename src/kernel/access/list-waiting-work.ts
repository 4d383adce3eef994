import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** What waits at a post, and who else could do it: work is asked of a role at an office, never of a person. */
export interface WaitingWork { readonly post: number; readonly tasks: number; readonly errands: number; readonly others: readonly string[]; /** Colleagues of the office who could take the post. */ readonly colleagues: readonly { readonly id: number; readonly name: string }[] }

/** For each post an account holds today: open tasks and errands asked of that role at that office, the others who hold it, and who is at hand there. */
export async function listWaitingWork(tx: Tx, account: number, today: PlainDate): Promise<WaitingWork[]> {
  return tx.rows<WaitingWork & Record<string, unknown>>(
    `select p.id as post,
            (select count(*)::int from case_task t where t.office_division_id = p.division_id and p.role = any (t.roles) and t.done_on is null and t.dropped_on is null) as tasks,
            (select count(*)::int from errand e where e.division_id in (select divisions_under(p.division_id)) and p.role = any (e.roles) and e.done_on is null) as errands,
            coalesce((select jsonb_agg(a.name order by a.name) from post o join account a on a.id = o.account_id
                       where o.role = p.role and o.division_id = p.division_id and o.account_id <> p.account_id and not a.disabled and o.valid_from <= $2 and (o.valid_to is null or o.valid_to > $2)), '[]') as others,
            coalesce((select jsonb_agg(distinct jsonb_build_object('id', a.id, 'name', a.name)) from post o join account a on a.id = o.account_id
                       where o.division_id = p.division_id and o.role <> p.role and o.account_id <> p.account_id and a.kind = 'staff' and not a.disabled and o.valid_from <= $2 and (o.valid_to is null or o.valid_to > $2)), '[]') as colleagues
       from post p where p.account_id = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2) and p.division_id = any ((select caller_divisions())::int[]) order by p.id`, [account, today]);
}
