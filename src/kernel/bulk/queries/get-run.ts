import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { getBulkWork } from '../../registry/load-bulk-works.ts';
import { findRun, type RowState } from '../run.ts';

/** An order with how each row fared, the refused first. Rows outside one's area are not shown. */
export default defineQuery({
  id: 'bulk.get-run', title: '批量办理结果', allow: { staff: true }, sensitive: true, input: z.strictObject({ run: z.int().positive() }),
  async run(tx, input, by) {
    const run = await findRun(tx, input.run);
    if (!run) throw new Refusal('bulk.not-found');
    const work = await getBulkWork(run.work);
    const rows = await tx.rows<{ id: number; subject: number; state: RowState; code: string | null; because: string | null }>(
      `select id, subject_id as subject, state, code, because from bulk_row where run_id = $1 order by array_position(array['refused', 'left', 'waiting', 'fits', 'done'], state), id`, [run.id]);
    const known = await work.describe(tx, rows.map((row) => row.subject));
    by.saw(work.shows ?? 'case', work.shows === undefined ? [] : [...known.keys()], '批量办理结果');
    const count = (state: RowState): number => rows.filter((row) => row.state === state).length;
    return {
      run: run.id, mine: run.postId === by.caller.post?.id, unit: work.unit, title: run.title, state: run.state, orderedBy: run.orderedBy, orderedOn: run.orderedOn,
      counts: { all: rows.length, waiting: count('waiting'), fits: count('fits'), done: count('done'), refused: count('refused'), left: count('left') },
      rows: rows.map((row) => ({ ...row, title: known.get(row.subject)?.title ?? '不在您的辖区', note: known.get(row.subject)?.note ?? '', href: known.get(row.subject)?.href ?? null })),
    };
  },
});
