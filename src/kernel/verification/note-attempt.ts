import { z } from 'zod';
import { defineCommand } from '../contract/door.ts';
import { Refusal } from '../contract/refusal.ts';
import { enqueue } from '../jobs/enqueue.ts';

/** Pauses before asking again, in seconds; the last one repeats until the deadline. */
const PAUSES = [1, 5, 30, 120, 600, 3600] as const;
export const pauseAfter = (attempts: number): number => PAUSES[Math.min(attempts, PAUSES.length - 1)] ?? 3600;

/** An exchange without a whole answer: when to ask again, or that nobody asks any more. Not a door of its own: only the worker comes here. */
export const noteAttempt = defineCommand({
  id: 'verification.note-attempt', title: '核对未答复', allow: { staff: true },
  input: z.strictObject({ requestId: z.int().positive(), ticket: z.string().max(200).optional(), failure: z.string().max(60).optional() }),
  async run(tx, input, by) {
    const row = await tx.find<{ attempts: number; state: string; late: boolean }>(
      `update verification_request set attempts = attempts + 1, ticket = coalesce($2, ticket), sent_at = coalesce(sent_at, case when $3::text is null then now() end), last_error = $3,
              state = case when state in ('answered', 'unable', 'manual') then state when deadline < now() then 'overdue' when state = 'queued' and $3::text is null then 'sent' else state end
        where id = $1 returning attempts, state, deadline < now() as late`, [input.requestId, input.ticket ?? null, input.failure ?? null]);
    if (!row) throw new Refusal('verification.not-found');
    if (!['queued', 'sent', 'partial'].includes(row.state)) return { state: row.state, again: null };
    const seconds = pauseAfter(row.attempts - 1);
    // the job that runs now still holds its key, so the next one bears the number of the attempt
    await enqueue(tx, 'verification.poll', { requestId: input.requestId }, {
      key: `request-${input.requestId}-${row.attempts}`, after: new Date(Date.parse(by.at) + seconds * 1000), ...(by.caller.post ? { post: by.caller.post.id } : {}) });
    return { state: row.state, again: seconds };
  },
});
