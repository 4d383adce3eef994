import { mandateOf } from '../access/caller.ts';
import { roleTitle } from '../access/roles.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { CaseRow } from './case-row.ts';

export interface NewAction {
  readonly seq: number;
  readonly step: string;
  readonly from: string | null;
  readonly to: string;
  readonly seen: number | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Writes one more action of a case into the sealed record; its number. */
export async function appendAction(tx: Tx, by: CommandContext, row: Pick<CaseRow, 'id' | 'division_id'>, action: NewAction): Promise<number> {
  const { account, post } = by.caller;
  const mandate = mandateOf(by.caller);
  const kind = account === null || account.kind === 'system' ? 'system' : post ? 'staff' : 'resident';
  const { id } = await tx.one<{ id: number }>(
    `insert into case_action (case_id, division_id, seq, step, from_state, to_state, on_day, actor_kind, account_id, post_id, post_role, actor_name, office_name, seen, data, mandate_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning id`,
    [row.id, row.division_id, action.seq, action.step, action.from, action.to, by.today, kind, account?.id ?? null, post?.id ?? null, post ? roleTitle(post.role) + (post.actingFor ? `（代${post.actingFor}）` : '') : null,
      (account?.name ?? '系统') + (mandate === undefined ? '' : `代${mandate.principalName}`), post?.divisionName ?? null, action.seen, JSON.stringify(action.data), mandate?.id ?? null]);
  return id;
}
