import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { recordInput } from '../door-input.ts';
import { getRun } from '../import/import-run.ts';
import { readState } from '../import/read-state.ts';
import { getKept } from '../write/load-record.ts';

/** 撤销导入: what it opened is withdrawn, what it changed stands as before, by a job in pieces. Rows somebody has worked on since stay and are named. */
export default defineCommand({
  id: 'records.undo-import', title: '撤销导入', allow: { staff: true }, input: z.strictObject({ import: recordInput }),
  async run(tx, input, by) {
    const run = await getRun(tx, input.import);
    await getKept(tx, by, run.register);
    const { state } = await readState(tx, by, run);
    if (state === 'running') throw new Refusal('record-import.running');
    if (state !== 'done') throw new Refusal('record-import.undone');
    await enqueue(tx, 'records.import', { import: run.id, undo: true }, { key: `${run.id}:undo`, ...(by.caller.post ? { post: by.caller.post.id } : {}) });
    return { import: run.id };
  },
});
