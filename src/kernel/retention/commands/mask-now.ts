import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { enqueue } from '../../jobs/enqueue.ts';

/** Orders the masking of what is over its term; the worker does it. */
export default defineCommand({
  id: 'retention.mask-now', title: '清除到期的', allow: { roles: ['administrator'] }, input: z.strictObject({}),
  async run(tx, _input, by) { await enqueue(tx, 'retention.mask', {}, { key: by.today }); return { ordered: true }; },
});
