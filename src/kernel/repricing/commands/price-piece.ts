import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { priceNextPiece } from '../price-piece.ts';
import { findRun, listParts } from '../run.ts';

/** The next piece of a part of a run, in the background, for whoever signed. Nothing happens when it is done already. */
export default defineCommand({
  id: 'repricing.price-piece', title: '标准调整重算', allow: { roles: ['standards-officer', 'approver'] },
  input: z.strictObject({ run: z.int().positive(), part: z.int().positive(), after: z.int().min(0) }),
  async run(tx, input, by) {
    await tx.run('select 1 from repricing_part where id = $1 for update', [input.part]);
    const run = await findRun(tx, input.run);
    const part = (await listParts(tx, input.run)).find((one) => one.id === input.part);
    if (!run || !part) throw new Refusal('not-found');
    if (part.state === 'done' || part.afterGrant !== input.after) return { finished: part.state === 'done' };
    return { finished: await priceNextPiece(tx, by, run, part) };
  },
});
