import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { HeldPost } from './incompatible-posts.ts';

export interface ManagedAccount { readonly id: number; readonly login: string; readonly name: string; readonly kind: 'staff' | 'resident' | 'system'; readonly disabled: boolean }

/** An account of staff with a post in the caller's area, now or before; changes to it wait for one another. Refuses `not-found` for any other. */
export async function getVisibleAccount(tx: Tx, by: CommandContext, id: number): Promise<ManagedAccount> {
  await tx.run(`select pg_advisory_xact_lock(hashtext('account'), ($1::bigint % 2147483647)::int)`, [id]);
  const account = await tx.find<ManagedAccount & Record<string, unknown>>(
    `select a.id, a.login, a.name, a.kind, a.disabled from account a
      where a.id = $1 and a.kind = 'staff' and exists (select 1 from post p where p.account_id = a.id and p.division_id = any ($2::int[]))`, [id, by.caller.divisions]);
  if (!account) throw new Refusal('not-found');
  return account;
}

/** An account that an administrator may close or open as a whole: all its posts lie in the area, and it is another's. */
export async function getManagedAccount(tx: Tx, by: CommandContext, id: number): Promise<ManagedAccount> {
  const account = await getVisibleAccount(tx, by, id);
  if (account.id === by.caller.account?.id) throw new Refusal('account.yourself');
  const { whole } = await tx.one<{ whole: boolean }>('select account_in_area($1, $2) as whole', [id, by.today]);
  if (!whole) throw new Refusal('account.partly-outside');
  return account;
}

/** Posts held now or later, deputies' among them. */
export const listHeldPosts = (tx: Tx, account: number, today: string): Promise<(HeldPost & { readonly id: number })[]> =>
  tx.rows('select id, role, division_id as "divisionId", valid_from as "from", valid_to as "to" from post where account_id = $1 and (valid_to is null or valid_to > $2) order by id', [account, today]);

export type AccountEventKind = 'opened' | 'post-added' | 'post-ended' | 'post-moved' | 'handed-over' | 'disabled' | 'fell-asleep' | 'enabled' | 'password-reset' | 'sessions-ended' | 'unlocked' | 'kept' | 'factor-reset';

/** Writes down what was done to an account: who, when, why. */
export async function noteAccountEvent(tx: Tx, by: CommandContext, account: number, kind: AccountEventKind, reason: string, post: { readonly id: number; readonly divisionId: number } | null = null): Promise<number> {
  const { id } = await tx.one<{ id: number }>(
    `insert into account_event (account_id, division_id, kind, post_id, reason, by_account_id, by_name, on_day) values ($1, coalesce($2, account_division($1, $7)), $3, $4, $5, $6, $8, $7) returning id`,
    [account, post?.divisionId ?? null, kind, post?.id ?? null, reason, by.caller.account?.id ?? null, by.today, by.caller.account?.name ?? '系统']);
  return id;
}

/** Refuses to close the last account that could open another. */
export async function refuseLastAdministrator(tx: Tx, by: CommandContext, account: number): Promise<void> {
  await tx.run(`select pg_advisory_xact_lock(hashtext('administrators'))`);
  const last = await tx.find(
    `select 1 where exists (select 1 from post p where p.account_id = $1 and p.role = 'administrator' and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2))
       and not exists (select 1 from post p join account a on a.id = p.account_id join division d on d.id = p.division_id join city c on c.code = d.code
                        where p.role = 'administrator' and p.account_id <> $1 and not a.disabled and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2))
       and exists (select 1 from post p join division d on d.id = p.division_id join city c on c.code = d.code where p.account_id = $1 and p.role = 'administrator')`, [account, by.today]);
  if (last) throw new Refusal('account.last-administrator');
}
