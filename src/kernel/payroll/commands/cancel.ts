import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { recordStep, takeRoll } from '../roll.ts';
import { withdrawLines } from '../settle-lines.ts';

/** 作废: a roll that is not submitted yet is made void; nothing on it is due any more and the month can be drawn again. */
export default defineCommand({
  id: 'payroll.cancel',
  title: '作废花名册',
  allow: { roles: ['payroll-officer'] },
  input: z.strictObject({ roll: z.number().int(), version: z.number().int(), reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    const roll = await takeRoll(tx, input, 'cancel');
    const lines = await tx.rows<{ id: number }>('select id from roll_line where roll_id = $1', [roll.id]);
    await withdrawLines(tx, by, lines.map((line) => line.id), input.reason);
    return { version: await recordStep(tx, by, roll, 'cancel', 'void', { note: input.reason }) };
  },
});
