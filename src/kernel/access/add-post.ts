import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { findIncompatible } from './incompatible-posts.ts';
import { listHeldPosts } from './managed-account.ts';
import { roleTitle } from './roles.ts';

export interface NewPost { readonly role: string; readonly division: number; readonly from: string; readonly to: string | null }

/** Refuses a post that excludes one the person holds in the same time (不相容岗位), with the reason. */
export async function refuseIncompatible(tx: Tx, account: number, { role, division, from, to }: NewPost, leaving: readonly number[] = []): Promise<void> {
  const held = (await listHeldPosts(tx, account, from)).filter((post) => !leaving.includes(post.id));
  const no = findIncompatible(held, { role, divisionId: division, from, to });
  if (no) throw new Refusal('account.incompatible', { with: no.with, role: roleTitle(role), because: no.because });
}

/** Gives an account a post from today or a later day. Refuses offices outside the area, a period that is over, what it holds already, and posts that exclude each other. */
export async function addPost(tx: Tx, by: CommandContext, account: number, post: NewPost, leaving: readonly number[] = []): Promise<{ id: number; divisionId: number }> {
  if (!by.caller.divisions.includes(post.division)) throw new Refusal('account.outside-area');
  if (account === by.caller.account?.id) throw new Refusal('account.yourself');
  if (post.from < by.today || (post.to !== null && post.to <= post.from)) throw new Refusal('account.wrong-period');
  await refuseIncompatible(tx, account, post, leaving);
  const has = await tx.find('select 1 from post where account_id = $1 and role = $2 and division_id = $3 and daterange(valid_from, valid_to) && daterange($4, $5)', [account, post.role, post.division, post.from, post.to]);
  if (has) throw new Refusal('account.holds-it');
  const { id } = await tx.one<{ id: number }>('insert into post (account_id, role, division_id, valid_from, valid_to) values ($1, $2, $3, $4, $5) returning id', [account, post.role, post.division, post.from, post.to]);
  return { id, divisionId: post.division };
}
