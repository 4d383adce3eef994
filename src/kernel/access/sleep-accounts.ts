import { z } from 'zod';
import { defineCommand } from '../contract/door.ts';
import { openErrand } from '../errands/open-errand.ts';
import { noteAccountEvent } from './managed-account.ts';
import { readRules } from './sessions.ts';

/**
 * 停着没用的账号: an account of staff that nobody signed in with for so many days is disabled, and the administrator of its office is asked what became of the
 * colleague. Posts stay, for whoever comes back from leave. The city's own administrators are only shown as asleep; a demo city's accounts never fall asleep.
 * No door: it runs with the business day.
 */
export const sleepAccounts = defineCommand({
  id: 'access.sleep-accounts', title: '停用长期不登录的账号', allow: { roles: ['system'] }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const { rules } = await readRules(tx);
    const dormant = await tx.rows<{ id: number; login: string; name: string; division: number }>(
      `select a.id, a.login, a.name, account_division(a.id, $2) as division from account a
        where a.kind = 'staff' and not a.disabled and not (select demo from city) and used_last(a.id) <= now() - make_interval(days => $1)
          and not exists (select 1 from post p join division d on d.id = p.division_id join city c on c.code = d.code where p.account_id = a.id and p.role = 'administrator' and (p.valid_to is null or p.valid_to > $2))
        order by a.id`, [rules.dormantDays, by.today]);
    for (const account of dormant) {
      await tx.run('select set_account_disabled($1, true)', [account.id]);
      await tx.run('select end_sessions($1, null, null)', [account.id]);
      const event = await noteAccountEvent(tx, by, account.id, 'fell-asleep', `${rules.dormantDays} 天没有登录，自动停用`);
      await openErrand(tx, by, {
        kind: 'dormant-account', title: '长期没有登录的账号，已停用', divisionId: account.division, roles: ['administrator'], sourceId: event,
        because: `${account.name}（${account.login}）${rules.dormantDays} 天没有登录。查清是离岗还是休假：离岗的结束岗位，回来的在“账号与岗位”里重新启用。`,
      });
    }
    return { slept: dormant.length };
  },
});
