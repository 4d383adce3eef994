import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { recordStep, takeRoll } from '../roll.ts';

/** 退回经办: not approved, with the reason; the roll is checked and submitted again, or made void and drawn again. */
export default defineCommand({
  id: 'payroll.send-back',
  title: '退回经办',
  allow: { roles: ['payroll-approver'] },
  input: z.strictObject({ roll: z.number().int(), version: z.number().int(), reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    const roll = await takeRoll(tx, input, 'send-back');
    return { version: await recordStep(tx, by, roll, 'send-back', 'checked', { note: input.reason }) };
  },
});
