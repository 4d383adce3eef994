import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';

export interface VerifyRun {
  readonly id: number; readonly on: string; readonly startedAt: string; readonly by: string; readonly seconds: number;
  readonly commands: number; readonly readings: number; readonly blocks: number; readonly rows: number; readonly unsealed: number; readonly findings: readonly string[];
}

/** The verifications of the record, the last first, and whether one is under way. */
export default defineQuery({
  id: 'audit.list-runs', title: '记录核验', allow: { roles: ['auditor'] }, input: z.strictObject({}),
  async run(tx): Promise<{ running: boolean; failed: boolean; runs: readonly VerifyRun[]; lastBlock: { no: number; sealedAt: string; head: string } | null }> {
    const job = await tx.find<{ state: string; stuck: boolean }>(`select state, last_error is not null as stuck from job where kind = 'audit.verify' order by id desc limit 1`);
    const runs = await tx.rows<VerifyRun & Record<string, unknown>>(
      `select id, ran_on as "on", started_at as "startedAt", ordered_by as by, seconds::float8 as seconds, commands, readings, blocks, sealed_rows as rows, unsealed, findings from audit_run order by id desc limit 50`);
    const block = await tx.find<{ no: number; at: string; mac: Buffer }>('select no, sealed_at as at, mac from audit_block order by no desc limit 1');
    return { running: job !== undefined && (job.state === 'waiting' || job.state === 'running'), failed: job?.stuck ?? false, runs, lastBlock: block ? { no: block.no, sealedAt: block.at, head: block.mac.toString('hex') } : null };
  },
});
