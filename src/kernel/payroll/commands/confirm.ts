import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { readPayable } from '../payable.ts';
import { listActors, recordStep, takeRoll } from '../roll.ts';

/** 财政确认, where finance confirms; again by someone who took no part before. */
export default defineCommand({
  id: 'payroll.confirm',
  title: '财政确认',
  allow: { roles: ['finance-officer'] }, stepUp: true,
  input: z.strictObject({ roll: z.number().int(), version: z.number().int() }),
  async run(tx, input, by) {
    const roll = await takeRoll(tx, input, 'confirm');
    const before = await listActors(tx, roll.id, ['draw', 'check', 'submit', 'approve']);
    if (before.includes(by.caller.account?.id ?? 0)) throw new Refusal('roll.same-person');
    return { version: await recordStep(tx, by, roll, 'confirm', 'confirmed', { totals: await readPayable(tx, roll.id) }) };
  },
});
