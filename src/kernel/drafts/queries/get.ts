import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { draftKey } from '../draft-key.ts';

/** What this post wrote in a form and has not sent; null where nothing is kept. */
export default defineQuery({
  id: 'drafts.get', title: '没写完的表', allow: { staff: true }, input: z.strictObject({ key: draftKey }),
  async run(tx, input, by): Promise<{ readonly values: Readonly<Record<string, unknown>>; readonly savedAt: string } | null> {
    const row = await tx.find<{ values_cipher: Buffer; saved_at: string }>('select values_cipher, saved_at from desk_draft where post_id = $1 and form_key = $2', [by.caller.post?.id ?? null, input.key]);
    return row ? { values: JSON.parse(by.city.keys.open(row.values_cipher)) as Record<string, unknown>, savedAt: row.saved_at } : null;
  },
});
