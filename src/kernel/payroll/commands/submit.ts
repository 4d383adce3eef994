import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { OPEN_FINDINGS } from '../find-problems.ts';
import { readPayable } from '../payable.ts';
import { recordStep, takeRoll } from '../roll.ts';
import { readRollBalance } from '../roll-balance.ts';

/** 提交批准: only when every finding is answered and roll, items and ledger are one sum. */
export default defineCommand({
  id: 'payroll.submit',
  title: '提交花名册',
  allow: { roles: ['payroll-officer'] },
  input: z.strictObject({ roll: z.number().int(), version: z.number().int() }),
  async run(tx, input, by) {
    const roll = await takeRoll(tx, input, 'submit');
    const open = await tx.rows(OPEN_FINDINGS, [roll.id]);
    if (open.length > 0) throw new Refusal('roll.findings-open', { count: open.length });
    if (!(await readRollBalance(tx, roll.id)).equal) throw new Refusal('roll.ledger-differs');
    return { version: await recordStep(tx, by, roll, 'submit', 'submitted', { totals: await readPayable(tx, roll.id) }) };
  },
});
