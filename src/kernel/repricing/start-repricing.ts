import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { loadBook } from '../policy/load-book.ts';
import { findLatestRun, findProposal, IN_QUESTION, listTouched, openRun, questionValues, type Proposal } from './run.ts';

/**
 * Before a standard is signed: those who sign have seen what it does (政策推演), and no other run is under way, for amounts taken over from a roster
 * follow from the figures before. Nothing is asked where no grant is touched.
 */
export async function refuseUnseen(tx: Tx, proposalId: number): Promise<void> {
  const proposal = await findProposal(tx, proposalId);
  if (!proposal || !(await touchesGrants(tx, proposal))) return;
  if (await tx.find(`select 1 from repricing_run where kind = 'real' and state = 'running' limit 1`)) throw new Refusal('repricing.still-running');
  if ((await findLatestRun(tx, proposalId, 'preview'))?.state !== 'done') throw new Refusal('repricing.preview-first');
}

/** After the second signature: every grant that reads the figure is priced again from its first month on, in the background. Null where none does. */
export async function startRepricing(tx: Tx, by: CommandContext, proposalId: number): Promise<number | null> {
  const proposal = await findProposal(tx, proposalId);
  if (!proposal || !(await touchesGrants(tx, proposal))) return null;
  const run = await openRun(tx, by, proposal, 'real');
  await enqueue(tx, 'repricing.price', { run: run.id }, { key: String(run.id), ...(by.caller.post ? { post: by.caller.post.id } : {}) });
  return run.id;
}

async function touchesGrants(tx: Tx, proposal: Proposal): Promise<boolean> {
  const { benefits } = await listTouched(proposal, await loadBook(tx));
  return benefits.length > 0 && (await tx.find(`select 1 from benefit_grant g where ${IN_QUESTION} limit 1`, questionValues(proposal, benefits))) !== undefined;
}
