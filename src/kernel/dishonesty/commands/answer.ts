import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** The office answers an objection to a record: lifted, it no longer counts; kept, it says why. The record itself stays readable. */
export default defineCommand({
  id: 'dishonesty.answer', title: '答复对失信记录的异议', allow: { roles: ['approver'] }, input: z.strictObject({ recordId: z.int().positive(), lifted: z.boolean(), reply: z.string().trim().min(2).max(500) }),
  async run(tx, input, by) {
    const row = await tx.find<{ division_id: number; objection: number | null; lifted: boolean }>(
      `select r.division_id, (select o.id from dishonesty_objection o where o.record_id = r.id and not exists (select 1 from dishonesty_answer a where a.objection_id = o.id) order by o.id limit 1) as objection,
              exists (select 1 from dishonesty_answer a where a.record_id = r.id and a.lifted) as lifted from dishonesty_record r where r.id = $1 for update of r`, [input.recordId]);
    if (!row) throw new Refusal('dishonesty.not-found');
    if (row.lifted) throw new Refusal('dishonesty.lifted');
    await tx.run('insert into dishonesty_answer (record_id, objection_id, division_id, lifted, reply, on_day, by_name) values ($1, $2, $3, $4, $5, $6, $7)',
      [input.recordId, row.objection, row.division_id, input.lifted, input.reply, by.today, by.caller.account?.name ?? '']);
    return { recordId: input.recordId };
  },
});
