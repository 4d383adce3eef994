import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { lockOwnRun } from '../run.ts';

/** The word of a person who has seen who would be refused: the rows that fit are done now, the refused stay as they are. */
export default defineCommand({
  id: 'bulk.go', title: '批量办理，开始办', allow: { staff: true }, stepUp: true, input: z.strictObject({ run: z.int().positive() }),
  async run(tx, input, by) {
    const run = await lockOwnRun(tx, input.run, by.caller);
    if (run.state !== 'tried') throw new Refusal('bulk.not-tried');
    await tx.run(`update bulk_run set state = 'running' where id = $1`, [run.id]);
    await enqueue(tx, 'bulk.run', { run: run.id }, { key: `${run.id}:do`, post: run.postId });
    return { run: run.id };
  },
});
