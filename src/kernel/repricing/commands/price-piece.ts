import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { priceNextPiece } from '../price-piece.ts';
import { findRun } from '../run.ts';

/** The next piece of a run, in the background, for whoever signed. Nothing happens when it is done already. */
export default defineCommand({
  id: 'repricing.price-piece', title: '标准调整重算', allow: { roles: ['standards-officer', 'approver'] },
  input: z.strictObject({ run: z.int().positive(), after: z.int().min(0) }),
  async run(tx, input, by) {
    await tx.run('select 1 from repricing_run where id = $1 for update', [input.run]);
    const run = await findRun(tx, input.run);
    if (!run) throw new Refusal('not-found');
    if (run.state === 'done' || run.afterGrant !== input.after) return { finished: run.state === 'done' };
    return { finished: await priceNextPiece(tx, by, run) };
  },
});
