import { z } from 'zod';
import { dayInput } from '../../../contract/door-fields.ts';
import { defineCommand } from '../../../contract/door.ts';
import { DEATH_SOURCES } from '../death.ts';
import { recordDeath } from '../record-death.ts';

/** 登记死亡: a clerk learns of a death. The next payment of every benefit the person counts in is held at once. */
export default defineCommand({
  id: 'person.record-death', title: '登记死亡', allow: { roles: ['village-clerk', 'town-clerk', 'town-lead', 'approver'] },
  input: z.strictObject({
    person: z.number().int().positive(), seen: z.number().int().positive(), diedOn: dayInput,
    source: z.enum(DEATH_SOURCES), certificateNo: z.string().trim().max(40).optional(), reason: z.string().trim().min(2).max(200),
  }),
  async run(tx, input, by) {
    const { seen, certificateNo, ...death } = input;
    return { death: await recordDeath(tx, by, { ...death, certificateNo: certificateNo === undefined || certificateNo === '' ? null : certificateNo }, seen) };
  },
});
