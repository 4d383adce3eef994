import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** Anyone may object to a notice while it runs, signed in or not. Who they are is seen by the office alone. */
export default defineCommand({
  id: 'notices.object', title: '提出异议', allow: { anyone: true },
  input: z.strictObject({ noticeId: z.int().positive(), content: z.string().trim().min(5).max(1000), name: z.string().trim().max(40).optional(), contact: z.string().trim().max(60).optional() }),
  async run(tx, input, by) {
    const who = input.name || input.contact ? by.city.keys.seal(JSON.stringify({ name: input.name ?? '', contact: input.contact ?? '' })) : null;
    const { id } = await tx.one<{ id: number | null }>('select object_to_notice($1, $2, $3, $4, $5) as id', [input.noticeId, by.today, input.content, who?.cipher ?? null, who?.keyId ?? null]);
    if (id === null) throw new Refusal('notice.over');
    return { objectionId: id };
  },
});
