import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { readPayable } from '../payable.ts';
import { listActors, recordStep, takeRoll } from '../roll.ts';

/** 批准, by another person than those who drew it up and submitted it: another account, not merely another post. */
export default defineCommand({
  id: 'payroll.approve',
  title: '批准花名册',
  allow: { roles: ['payroll-approver'] }, stepUp: true,
  input: z.strictObject({ roll: z.number().int(), version: z.number().int() }),
  async run(tx, input, by) {
    const roll = await takeRoll(tx, input, 'approve');
    const before = await listActors(tx, roll.id, ['draw', 'check', 'submit']);
    if (before.includes(by.caller.account?.id ?? 0)) throw new Refusal('roll.same-person');
    return { version: await recordStep(tx, by, roll, 'approve', 'approved', { totals: await readPayable(tx, roll.id) }) };
  },
});
