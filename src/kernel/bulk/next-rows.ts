import { z } from 'zod';
import { defineQuery } from '../contract/door.ts';
import { findRun, type RunState } from './run.ts';

const PIECE = 50;

/** What the order's job takes up next; nothing when a person has to say the word, or has stopped it. */
export default defineQuery({
  id: 'bulk.next-rows', title: '批量办理的下一段', allow: { staff: true }, input: z.strictObject({ run: z.int().positive() }),
  async run(tx, input): Promise<{ state: RunState | undefined; rows: readonly number[] }> {
    const run = await findRun(tx, input.run);
    if (run?.state !== 'trying' && run?.state !== 'running') return { state: run?.state, rows: [] };
    const open = run.state === 'trying' ? ['waiting'] : ['waiting', 'fits'];
    const rows = await tx.rows<{ id: number }>(`select id from bulk_row where run_id = $1 and state = any ($2) order by id limit ${PIECE}`, [input.run, open]);
    return { state: run.state, rows: rows.map((row) => row.id) };
  },
});
