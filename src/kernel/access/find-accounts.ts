import type { Tx } from '../db/tx.ts';
import type { City } from '../db/city.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { roleTitle } from './roles.ts';
import type { SignInRules } from './sign-in-rules.ts';
import { digestLogin } from './sign-in-record.ts';

export type AccountState = 'in-use' | 'never-used' | 'dormant' | 'locked' | 'disabled';
export interface AccountPost { readonly id: number; readonly role: string; readonly roleTitle: string; readonly division: string; readonly from: PlainDate; readonly to: PlainDate | null; readonly actingFor: string | null }
export interface AccountLine {
  readonly id: number; readonly login: string; readonly name: string; readonly state: AccountState; readonly posts: readonly AccountPost[];
  readonly openedAt: string; readonly lastSignIn: string | null; /** Whole days since it was last used. */ readonly idleDays: number; readonly lockedUntil: string | null;
}
interface Row extends Record<string, unknown> { id: number; login: string; name: string; disabled: boolean; openedAt: string; lastSignIn: string | null; idleDays: number; posts: (Omit<AccountPost, 'roleTitle'>)[] }

/** Pure: how an account stands, the gravest first. */
export function stateOf(row: Pick<Row, 'disabled' | 'lastSignIn' | 'idleDays'>, locked: boolean, rules: SignInRules): AccountState {
  if (row.disabled) return 'disabled';
  if (locked) return 'locked';
  if (row.idleDays >= rules.dormantDays) return 'dormant';
  return row.lastSignIn === null ? 'never-used' : 'in-use';
}

/** Accounts of staff with a post in the area, now or before, each with the posts of that area held now or later. */
export async function findAccounts(tx: Tx, at: { city: City; divisions: readonly number[]; today: PlainDate; rules: SignInRules }, wanted: { find?: string | undefined; role?: string | undefined; account?: number | undefined }): Promise<AccountLine[]> {
  const rows = await tx.rows<Row>(
    `select a.id, a.login, a.name, a.disabled, a.opened_at as "openedAt", a.last_sign_in as "lastSignIn", floor(extract(epoch from now() - used_last(a.id)) / 86400)::int as "idleDays",
            coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'division', d.name, 'from', p.valid_from, 'to', p.valid_to,
                'actingFor', (select h.name from post_deputy x join post o on o.id = x.of_post_id join account h on h.id = o.account_id where x.deputy_post_id = p.id)) order by p.valid_from, p.id)
              from post p join division d on d.id = p.division_id where p.account_id = a.id and p.division_id = any ($1::int[]) and (p.valid_to is null or p.valid_to > $2)), '[]') as posts
       from account a
      where a.kind = 'staff' and ($4::bigint is null or a.id = $4) and ($3::text is null or a.login like $3 || '%' or a.name like $3 || '%')
        and exists (select 1 from post p where p.account_id = a.id and p.division_id = any ($1::int[]) and ($5::text is null or (p.role = $5 and (p.valid_to is null or p.valid_to > $2))))
      order by a.name, a.id limit 5000`, [at.divisions, at.today, wanted.find === undefined ? null : wanted.find.replaceAll(/[\\%_]/g, '\\$&'), wanted.account ?? null, wanted.role ?? null]);
  const digests = new Map(rows.map((row) => [digestLogin(at.city, row.login).toString('hex'), row.id]));
  const locks = new Map((await tx.rows<{ login: Buffer; until: string }>('select login, until from locked_logins($1)', [[...digests.keys()].map((hex) => Buffer.from(hex, 'hex'))])).map((lock) => [digests.get(lock.login.toString('hex')), lock.until]));
  return rows.map(({ disabled, ...row }): AccountLine => ({
    ...row, state: stateOf({ ...row, disabled }, locks.has(row.id), at.rules), lockedUntil: locks.get(row.id) ?? null, posts: row.posts.map((post) => ({ ...post, roleTitle: roleTitle(post.role) })),
  }));
}
