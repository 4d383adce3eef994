import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** 告知: the person was told of the record, its ground and that they may object. */
export default defineCommand({
  id: 'dishonesty.tell', title: '告知本人', allow: { roles: ['approver', 'town-clerk', 'town-lead'] }, input: z.strictObject({ recordId: z.int().positive() }),
  async run(tx, input, by) {
    if ((await tx.run('update dishonesty_record set told_on = $2 where id = $1 and told_on is null', [input.recordId, by.today])) === 0) throw new Refusal('dishonesty.not-found');
    return { recordId: input.recordId, toldOn: by.today };
  },
});
