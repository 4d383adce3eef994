import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { recordInput, registerInput, whyInput } from '../door-input.ts';
import { getKept } from '../write/load-record.ts';

/** Two records that look the same were looked at: they are, or are not. Of two that are the same one is then taken back by hand. */
export default defineCommand({
  id: 'records.judge-twin', title: '认定是否重复', allow: { staff: true },
  input: z.strictObject({ register: registerInput, record: recordInput, other: recordInput, same: z.boolean(), reason: whyInput }),
  async run(tx, input, by) {
    await getKept(tx, by, input.register);
    if (input.record === input.other) throw new Refusal('record.same-record');
    const found = await tx.rows<{ id: number; division_id: number }>('select id, division_id from register_record where id = any ($1) and register = $2 and not taken_back order by id', [[input.record, input.other], input.register]);
    const [low, high] = found;
    if (low === undefined || high === undefined) throw new Refusal('record.not-found');
    await tx.run('insert into record_twin (register, low, high, division_id, same, reason) values ($1, $2, $3, $4, $5, $6)', [input.register, low.id, high.id, by.caller.post?.divisionId, input.same, input.reason]);
    return { record: input.record };
  },
});
