import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { addPost } from './add-post.ts';
import { endPost } from './end-post.ts';
import { getManagedAccount, getVisibleAccount, listHeldPosts, noteAccountEvent, refuseLastAdministrator } from './managed-account.ts';

/** Which post goes to which colleague. */
export interface HandOver { readonly post: number; readonly to: number }

/** Closes an account for good reasons: signed out at once, posts ended today, the ones named handed to a colleague. */
export async function closeAccount(tx: Tx, by: CommandContext, id: number, reason: string, handOver: readonly HandOver[]): Promise<void> {
  const account = await getManagedAccount(tx, by, id);
  if (account.disabled) throw new Refusal('account.disabled');
  await refuseLastAdministrator(tx, by, id);
  const posts = await listHeldPosts(tx, id, by.today);
  for (const post of posts) {
    for (const { to } of handOver.filter((one) => one.post === post.id)) await handPost(tx, by, account.name, post, to, reason);
    await endPost(tx, post.id, by.today);
    await noteAccountEvent(tx, by, id, 'post-ended', reason, post);
  }
  await tx.run('select set_account_disabled($1, true)', [id]);
  await tx.run('select end_sessions($1, null, null)', [id]);
  await noteAccountEvent(tx, by, id, 'disabled', reason);
}

/** The colleague holds the same post from today, as long as it would have run: what waits at it waits for the colleague. */
async function handPost(tx: Tx, by: CommandContext, from: string, post: { readonly id: number; readonly role: string; readonly divisionId: number; readonly to: string | null }, to: number, reason: string): Promise<void> {
  const colleague = await getVisibleAccount(tx, by, to);
  if (colleague.disabled) throw new Refusal('account.disabled');
  const taken = await addPost(tx, by, to, { role: post.role, division: post.divisionId, from: by.today, to: post.to });
  await noteAccountEvent(tx, by, to, 'handed-over', `接${from}的工作：${reason}`, taken);
}
