import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** Puts work that failed, or that waits for its next attempt, back to the front. The work itself is idempotent: doing it again harms nothing. */
export default defineCommand({
  id: 'jobs.retry', title: '重做后台作业', allow: { roles: ['administrator'] }, input: z.strictObject({ jobId: z.int().positive() }),
  async run(tx, input) {
    const job = await tx.find<{ kind: string; state: string; stuck: boolean; key: string | null }>(
      `select kind, state, unique_key as key, state = 'failed' or (state = 'waiting' and last_error is not null) as stuck from job where id = $1 for update`, [input.jobId]);
    if (!job) throw new Refusal('job.not-found');
    if (!job.stuck) throw new Refusal('job.not-stuck');
    if (job.state === 'failed' && job.key !== null) {
      const other = await tx.find(`select 1 from job where kind = $1 and unique_key = $2 and state in ('waiting', 'running')`, [job.kind, job.key]);
      if (other) throw new Refusal('job.already-waiting');
    }
    await tx.run(`update job set state = 'waiting', attempts = 0, run_after = now(), locked_until = null where id = $1`, [input.jobId]);
    return { jobId: input.jobId };
  },
});
