import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { draftKey } from '../draft-key.ts';

/** The form was sent, or is begun anew: what was kept of it goes. */
export default defineCommand({
  id: 'drafts.drop', title: '扔掉没写完的表', allow: { staff: true }, input: z.strictObject({ key: draftKey }),
  async run(tx, input, by) {
    await tx.run('delete from desk_draft where post_id = $1 and form_key = $2', [by.caller.post?.id ?? null, input.key]);
    return { dropped: true };
  },
});
