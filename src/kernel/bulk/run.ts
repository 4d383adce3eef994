import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import type { Caller } from '../access/caller.ts';

export type RunState = 'trying' | 'tried' | 'running' | 'done' | 'stopped';
export type RowState = 'waiting' | 'fits' | 'done' | 'refused' | 'left';

export interface BulkRun { readonly id: number; readonly postId: number; readonly work: string; readonly what: string; readonly title: string; readonly data: Record<string, unknown>; readonly state: RunState; readonly orderedBy: string; readonly orderedOn: string }

/** Most rows of one order: a screenful of work, done in well under a minute. */
export const MOST_ROWS = 500;

const COLUMNS = `id, post_id as "postId", work, what, title, data, state, ordered_by as "orderedBy", ordered_on as "orderedOn"`;

export const findRun = (tx: Tx, id: number): Promise<BulkRun | undefined> => tx.find<BulkRun & Record<string, unknown>>(`select ${COLUMNS} from bulk_run where id = $1`, [id]);

/** An order of the caller's own post, locked. Throws `bulk.not-found`. */
export async function lockOwnRun(tx: Tx, id: number, caller: Caller): Promise<BulkRun> {
  const run = await tx.find<BulkRun & Record<string, unknown>>(`select ${COLUMNS} from bulk_run where id = $1 and post_id = $2 for update`, [id, caller.post?.id ?? null]);
  if (!run) throw new Refusal('bulk.not-found');
  return run;
}
