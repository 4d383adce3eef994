import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** 异议: the person it is about says why a record is wrong. */
export default defineCommand({
  id: 'dishonesty.object', title: '对失信记录提异议', allow: { residents: true }, input: z.strictObject({ recordId: z.int().positive(), said: z.string().trim().min(5).max(1000) }),
  scopeForResident: async (tx, input) => (await tx.rows<{ id: number }>('select division_id as id from dishonesty_record where id = $1', [input.recordId])).map((row) => row.id),
  async run(tx, input, by) {
    const row = await tx.find<{ division_id: number; person_id: number }>('select division_id, person_id from dishonesty_record where id = $1', [input.recordId]);
    if (!row || row.person_id !== by.caller.person) throw new Refusal('dishonesty.not-found');
    const { id } = await tx.one<{ id: number }>('insert into dishonesty_objection (record_id, division_id, said, on_day) values ($1, $2, $3, $4) returning id', [input.recordId, row.division_id, input.said, by.today]);
    return { objectionId: id };
  },
});
