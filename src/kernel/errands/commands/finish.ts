import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { finishErrand } from '../finish-errand.ts';

/** 办结: what became of an errand, in words. A request of the person concerned is answered on its own page. */
export default defineCommand({
  id: 'errands.finish', title: '办结交办事项', allow: { staff: true }, input: z.strictObject({ errandId: z.int().positive(), result: z.string().trim().min(2).max(500) }),
  async run(tx, input, by) {
    await finishErrand(tx, by, input.errandId, input.result);
    return { errandId: input.errandId };
  },
});
