import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { draftKey, LARGEST_DRAFT } from '../draft-key.ts';

/** Keeps a half-written form of the desk as typed, right or wrong, encrypted; it is there again after a reload or on another machine. */
export default defineCommand({
  id: 'drafts.keep', title: '存没写完的表', allow: { staff: true }, input: z.strictObject({ key: draftKey, values: z.record(z.string(), z.unknown()) }),
  async run(tx, input, by) {
    const { post } = by.caller;
    if (!post) throw new Refusal('access.no-post');
    const text = JSON.stringify(input.values);
    if (text.length > LARGEST_DRAFT) throw new Refusal('input.too-large');
    const sealed = by.city.keys.seal(text);
    await tx.run(
      `insert into desk_draft (post_id, form_key, values_cipher, key_id) values ($1, $2, $3, $4)
       on conflict (post_id, form_key) do update set values_cipher = excluded.values_cipher, key_id = excluded.key_id, saved_at = now()`, [post.id, input.key, sealed.cipher, sealed.keyId]);
    return { kept: true };
  },
});
