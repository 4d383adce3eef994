import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { drawNextPiece } from '../draw-lines.ts';
import { getRoll } from '../roll.ts';

/** The next piece of a large roll, drawn in the background for the officer who ordered it. Nothing happens when it is finished already. */
export default defineCommand({
  id: 'payroll.draw-piece',
  title: '继续编制花名册',
  allow: { roles: ['payroll-officer'] },
  input: z.strictObject({ roll: z.number().int(), after: z.string().nullable() }),
  async run(tx, input, by) {
    await tx.run('select 1 from roll where id = $1 for update', [input.roll]);
    const roll = await getRoll(tx, input.roll);
    if (roll.state === 'void') throw new Refusal('not-found');
    if (roll.state !== 'drawing' || roll.drawnTo !== input.after) return { finished: roll.state !== 'drawing' };
    return { finished: await drawNextPiece(tx, by, roll) };
  },
});
