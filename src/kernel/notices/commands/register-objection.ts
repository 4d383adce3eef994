import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** An objection brought to the desk, by word or letter. */
export default defineCommand({
  id: 'notices.register-objection', title: '登记异议', allow: { staff: true },
  input: z.strictObject({ noticeId: z.int().positive(), content: z.string().trim().min(1).max(1000), name: z.string().trim().max(40).optional(), contact: z.string().trim().max(60).optional() }),
  async run(tx, input, by) {
    const notice = await tx.find<{ case_id: number; division_id: number; over: boolean }>(
      'select case_id, division_id, withdrawn_on is not null or ends_on < $2 as over from public_notice where id = $1 for update', [input.noticeId, by.today]);
    if (!notice) throw new Refusal('notice.not-found');
    if (notice.over) throw new Refusal('notice.over');
    const who = input.name || input.contact ? by.city.keys.seal(JSON.stringify({ name: input.name ?? '', contact: input.contact ?? '' })) : null;
    const { id } = await tx.one<{ id: number }>(
      `insert into objection (notice_id, case_id, division_id, received_on, how, content, objector_cipher, key_id) values ($1, $2, $3, $4, 'desk', $5, $6, $7) returning id`,
      [input.noticeId, notice.case_id, notice.division_id, by.today, input.content, who?.cipher ?? null, who?.keyId ?? null]);
    return { objectionId: id };
  },
});
