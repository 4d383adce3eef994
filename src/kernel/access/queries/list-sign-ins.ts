import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { signInEventTitles, type SignInEvent } from '../sign-in-record.ts';

const kinds = Object.keys(signInEventTitles) as [SignInEvent, ...SignInEvent[]];
export interface SignInLine extends Record<string, unknown> { readonly id: number; readonly at: string; readonly kind: SignInEvent; readonly title: string; readonly account: number | null; readonly name: string | null; readonly login: string | null; readonly accountKind: 'staff' | 'resident' | null; readonly division: string; readonly device: string; /** A few signs of the digest of the address: the same signs, the same address. */ readonly whence: string | null }

/** 登录记录 of the area, the newest first: by name or account, by what happened, from a day to a day (of the calendar, both counted in). Tries under names nobody has are the whole city's. */
export default defineQuery({
  id: 'access.list-sign-ins', title: '登录记录', allow: { roles: ['administrator', 'auditor'] },
  input: z.strictObject({
    find: z.string().trim().max(100).optional(), what: z.enum(['all', 'failures', ...kinds]).default('all'), who: z.enum(['all', 'staff', 'resident', 'nobody']).default('all'),
    from: dayInput.optional(), to: dayInput.optional(), before: z.int().positive().optional(), limit: z.int().min(1).max(5000).default(100),
  }),
  async run(tx, input) {
    const wanted = input.what === 'all' ? null : input.what === 'failures' ? ['wrong-password', 'wrong-second-factor', 'locked', 'shut-out', 'expired'] : [input.what];
    const find = input.find === undefined || input.find === '' ? null : input.find.replaceAll(/[\\%_]/g, '\\$&');
    const rows = await tx.rows<SignInLine>(
      `select r.id, r.at, r.kind, r.account_id as account, a.name, case when a.kind = 'staff' then a.login end as login, a.kind as "accountKind", d.name as division, r.device, left(encode(r.whence, 'hex'), 8) as whence
         from sign_in_record r left join account a on a.id = r.account_id join division d on d.id = r.division_id
        where ($1::text[] is null or r.kind = any ($1)) and ($2::text is null or a.name like $2 || '%' or (a.kind = 'staff' and a.login like $2 || '%') or left(encode(r.whence, 'hex'), 8) = $2)
          and ($3 = 'all' or coalesce(a.kind, 'nobody') = $3) and ($4::date is null or r.at >= $4::date::timestamp at time zone 'Asia/Shanghai') and ($5::date is null or r.at < ($5::date + 1)::timestamp at time zone 'Asia/Shanghai')
          and ($6::bigint is null or r.id < $6) order by r.id desc limit $7`, [wanted, find, input.who, input.from ?? null, input.to ?? null, input.before ?? null, input.limit + 1]);
    const lines = rows.slice(0, input.limit).map((row): SignInLine => ({ ...row, title: signInEventTitles[row.kind] }));
    return { lines, more: rows.length > input.limit, kinds: kinds.map((kind) => ({ kind, title: signInEventTitles[kind] })) };
  },
});
