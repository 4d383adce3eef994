import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { findAccounts } from '../find-accounts.ts';
import { listWaitingWork } from '../list-waiting-work.ts';
import { roleTitle } from '../roles.ts';
import { readRules } from '../sessions.ts';
import type { SignInEvent } from '../sign-in-record.ts';

interface PostRow extends Record<string, unknown> { readonly id: number; readonly role: string; readonly divisionId: number; readonly division: string; readonly from: string; readonly to: string | null; readonly actingFor: string | null }
interface EventRow extends Record<string, unknown> { readonly id: number; readonly kind: string; readonly reason: string; readonly by: string; readonly at: string; readonly role: string | null; readonly division: string | null }

/** One account: every post it ever held in the area, what waits at those it holds, where it is signed in, its last sign-ins, what was done to it. */
export default defineQuery({
  id: 'access.get-account', title: '一个账号', allow: { roles: ['administrator', 'auditor'] }, input: z.strictObject({ account: z.int().positive() }),
  async run(tx, input, by) {
    const { today, rules } = await readRules(tx);
    const [line] = await findAccounts(tx, { city: by.city, divisions: by.caller.divisions, today, rules }, { account: input.account });
    if (!line) throw new Refusal('not-found');
    const posts = await tx.rows<PostRow>(
      `select p.id, p.role, p.division_id as "divisionId", d.name as division, p.valid_from as "from", p.valid_to as "to",
              (select h.name from post_deputy x join post o on o.id = x.of_post_id join account h on h.id = o.account_id where x.deputy_post_id = p.id) as "actingFor"
         from post p join division d on d.id = p.division_id where p.account_id = $1 and p.division_id = any ($2::int[]) order by p.valid_from desc, p.id desc`, [input.account, by.caller.divisions]);
    const { whole, elsewhere } = await tx.one<{ whole: boolean; elsewhere: boolean }>(
      'select account_in_area($1, $2) as whole, exists (select 1 from post where account_id = $1 and (valid_to is null or valid_to > $2) and division_id <> all ($3::int[])) as elsewhere', [input.account, today, by.caller.divisions]);
    const events = await tx.rows<EventRow>(
      `select e.id, e.kind, e.reason, e.by_name as by, e.at, p.role, d.name as division from account_event e left join post p on p.id = e.post_id left join division d on d.id = p.division_id where e.account_id = $1 order by e.id desc limit 200`, [input.account]);
    const signIns = await tx.rows<{ id: number; at: string; kind: SignInEvent; device: string }>('select id, at, kind, device from sign_in_record where account_id = $1 order by id desc limit 50', [input.account]);
    const sessions = whole ? await tx.rows<{ id: number; device: string; since: string; lastSeen: string }>(`select id, device, created_at as since, last_seen as "lastSeen" from sessions_of($1, make_interval(mins => $2))`, [input.account, rules.idleMinutes]) : [];
    return {
      ...line, today, elsewhere, mayManage: whole && by.caller.post?.role === 'administrator' && input.account !== by.caller.account?.id, mayPost: by.caller.post?.role === 'administrator' && input.account !== by.caller.account?.id,
      history: posts.map((post) => ({ ...post, roleTitle: roleTitle(post.role) })), work: await listWaitingWork(tx, input.account, today),
      sessions, signIns, events: events.map((event) => ({ ...event, post: event.role === null ? null : `${event.division ?? ''}${roleTitle(event.role)}` })),
    };
  },
});
