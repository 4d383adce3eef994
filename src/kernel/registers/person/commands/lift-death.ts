import { z } from 'zod';
import { defineCommand } from '../../../contract/door.ts';
import { liftDeath } from '../record-death.ts';

/** 撤销死亡登记: the person lives. What was held is let go, what was stopped because of it goes on with arrears. */
export default defineCommand({
  id: 'person.lift-death', title: '撤销死亡登记', allow: { roles: ['town-lead', 'approver'] },
  input: z.strictObject({ person: z.number().int().positive(), seen: z.number().int().positive(), reason: z.string().trim().min(2).max(200) }),
  async run(tx, input, by) {
    return { lifted: await liftDeath(tx, by, { person: input.person, reason: input.reason }, input.seen) };
  },
});
