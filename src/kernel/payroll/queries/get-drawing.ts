import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { getRoll } from '../roll.ts';

/** How far a large roll is drawn. */
export default defineQuery({
  id: 'payroll.get-drawing',
  title: '编制进度',
  allow: { roles: ['payroll-officer'] },
  input: z.strictObject({ roll: z.number().int() }),
  async run(tx, input) {
    const roll = await getRoll(tx, input.roll);
    const { lines } = await tx.one<{ lines: number }>('select count(*)::int as lines from roll_line where roll_id = $1', [roll.id]);
    return { drawing: roll.state === 'drawing', after: roll.drawnTo, lines };
  },
});
