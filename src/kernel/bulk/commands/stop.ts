import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { lockOwnRun } from '../run.ts';

/** 不办了: what is done stays done, what was not begun is left. */
export default defineCommand({
  id: 'bulk.stop', title: '批量办理，停下', allow: { staff: true }, input: z.strictObject({ run: z.int().positive() }),
  async run(tx, input, by) {
    const run = await lockOwnRun(tx, input.run, by.caller);
    if (run.state === 'done' || run.state === 'stopped') throw new Refusal('bulk.finished');
    await tx.run(`update bulk_run set state = 'stopped' where id = $1`, [run.id]);
    await tx.run(`update bulk_row set state = 'left' where run_id = $1 and state in ('waiting', 'fits')`, [run.id]);
    return { run: run.id };
  },
});
