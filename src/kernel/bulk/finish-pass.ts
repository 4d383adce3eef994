import { z } from 'zod';
import { defineCommand } from '../contract/door.ts';
import { lockOwnRun } from './run.ts';

/** Every row was tried, or done: the order says so. Not a door: only the order's own job comes here. */
export default defineCommand({
  id: 'bulk.finish-pass', title: '批量办理一遍完了', allow: { staff: true }, input: z.strictObject({ run: z.int().positive() }),
  async run(tx, input, by) {
    const run = await lockOwnRun(tx, input.run, by.caller);
    const open = run.state === 'trying' ? ['waiting'] : ['waiting', 'fits'];
    const next = run.state === 'trying' ? 'tried' : run.state === 'running' ? 'done' : undefined;
    const left = await tx.find('select 1 from bulk_row where run_id = $1 and state = any ($2) limit 1', [run.id, open]);
    if (next !== undefined && !left) await tx.run('update bulk_run set state = $2 where id = $1', [run.id, next]);
    return { state: next ?? run.state };
  },
});
