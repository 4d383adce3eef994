import { z } from 'zod';
import type { BulkRow, BulkWork } from '../contract/bulk.ts';
import { defineCommand } from '../contract/door.ts';
import { Refusal, refused, type Refused } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { getBulkWork } from '../registry/load-bulk-works.ts';
import { loadRefusals, sentenceOf } from '../registry/load-refusals.ts';
import type { BulkRun, RowState } from './run.ts';

interface Row extends BulkRow { readonly rowId: number; readonly runId: number; readonly state: RowState }

/**
 * One row of an order, whole or not at all, by a command of its own: tried and put back, or done. A refused row is left exactly as it was and
 * keeps the reason. Not a door: only the order's own job comes here. `broken`: it failed again and again and is given up.
 */
export default defineCommand({
  id: 'bulk.do-row', title: '批量办理一件', allow: { staff: true },
  input: z.strictObject({ row: z.int().positive(), trial: z.boolean(), broken: z.boolean().default(false) }),
  async run(tx, input, by): Promise<{ state: RowState }> {
    const row = await tx.find<Row & Record<string, unknown>>(
      `select r.id as "rowId", r.run_id as "runId", r.subject_id as id, r.seen, r.state from bulk_row r where r.id = $1 for update`, [input.row]);
    const run = row && await tx.find<BulkRun & Record<string, unknown>>('select id, work, what, data, state from bulk_run where id = $1 and post_id = $2', [row.runId, by.caller.post?.id ?? null]);
    if (!row || !run) throw new Refusal('bulk.not-found');
    if (row.state !== 'waiting' && (input.trial || row.state !== 'fits')) return { state: row.state };
    const no = input.broken ? refused('bulk.broken') : await attempt(tx, by, await getBulkWork(run.work), run, row, input.trial);
    const state: RowState = no ? 'refused' : input.trial ? 'fits' : 'done';
    await tx.run('update bulk_row set state = $2, code = $3, because = $4 where id = $1', [row.rowId, state, no?.code ?? null, no ? sentenceOf(await loadRefusals(), no) : null]);
    return { state };
  },
});

/** Tries or does it behind a savepoint. A refusal, or a trial, leaves nothing behind. */
async function attempt(tx: Tx, by: CommandContext, work: BulkWork, run: BulkRun, row: Row, trial: boolean): Promise<Refused | undefined> {
  await tx.run('savepoint one_row');
  const no = await work.run(tx, by, run.what, { id: row.id, seen: row.seen }, run.data).then(() => undefined, whyRefused);
  if (no || trial) await tx.run('rollback to savepoint one_row');
  await tx.run('release savepoint one_row');
  if (no) await work.refused?.(tx, by, row, no.code);
  return no;
}

/** A no is an answer; what the database forbids in this row is one too. Everything else is a defect. */
function whyRefused(error: unknown): Refused {
  if (error instanceof Refusal) return error.refused;
  const code = (error as { code?: string }).code;
  if (code === '23505' || code === '23P01') return refused('command.conflict');
  if (code === '42501' && String(error).includes('row-level security')) return refused('access.outside-area');
  throw error;
}
