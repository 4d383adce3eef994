import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { findProblems, OPEN_FINDINGS } from '../find-problems.ts';
import { recordStep, takeRoll, TOTALS, type RollTotals } from '../roll.ts';
import { readRollBalance } from '../roll-balance.ts';

/** 检查: the dead, the doubled, the missing accounts, the changes nobody explained. May be repeated until the roll is submitted. */
export default defineCommand({
  id: 'payroll.check',
  title: '检查花名册',
  allow: { roles: ['payroll-officer'] },
  input: z.strictObject({ roll: z.number().int(), version: z.number().int() }),
  async run(tx, input, by) {
    const roll = await takeRoll(tx, input, 'check');
    const found = await findProblems(tx, roll.id);
    const open = (await tx.rows(OPEN_FINDINGS, [roll.id])).length;
    const totals = await tx.one<RollTotals & Record<string, unknown>>(`select ${TOTALS} from roll_line where roll_id = $1`, [roll.id]);
    const version = await recordStep(tx, by, roll, 'check', 'checked', { totals, note: `发现 ${found} 条` });
    return { version, found, open, balance: await readRollBalance(tx, roll.id) };
  },
});
