import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { enqueue } from '../../jobs/enqueue.ts';

/** 核验记录: the whole record is read again in the background. Asked twice while one waits, it runs once. */
export default defineCommand({
  id: 'audit.start-verify', title: '核验记录', allow: { roles: ['auditor'] }, input: z.strictObject({}),
  async run(tx, _input, by) {
    await enqueue(tx, 'audit.verify', {}, { key: 'whole', ...(by.caller.post ? { post: by.caller.post.id } : {}) });
    return { queued: true };
  },
});
