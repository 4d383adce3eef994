import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { AppError, Refusal } from '../../contract/refusal.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { loadBook } from '../../policy/load-book.ts';
import { priceNextPiece } from '../price-piece.ts';
import { findProposal, listParts, listTouched, openRun } from '../run.ts';

/** 政策推演: what a figure would do to every household on the register, before anyone signs it. Writes no grant. A large register is finished in the background. */
export default defineCommand({
  id: 'repricing.preview', title: '政策推演', allow: { roles: ['standards-officer', 'approver'] },
  input: z.strictObject({ proposal: z.int().positive() }),
  async run(tx, input, by) {
    const proposal = await findProposal(tx, input.proposal);
    if (!proposal) throw new Refusal('not-found');
    if (proposal.state !== 'waiting') throw new Refusal('repricing.not-waiting');
    if ((await listTouched(proposal, await loadBook(tx))).parameters.length === 0) throw new Refusal('repricing.not-money');
    const run = await openRun(tx, by, proposal, 'preview');
    const [first, ...others] = await listParts(tx, run.id);
    if (!first) throw new AppError('repricing.no-parts', `run ${run.id} has no part`);
    const finished = (await priceNextPiece(tx, by, run, first)) && others.length === 0;
    if (!finished) await enqueue(tx, 'repricing.price', { run: run.id }, { key: String(run.id), ...(by.caller.post ? { post: by.caller.post.id } : {}) });
    return { run: run.id, finished };
  },
});
