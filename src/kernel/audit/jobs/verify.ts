import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { command } from '../../db/command.ts';
import type { JobHandler } from '../../jobs/job.ts';
import { verifyAudit, type AuditReport } from '../verify.ts';

/** Runs the verification somebody ordered and keeps what it found, under the post of whoever ordered it. */
const handler: JobHandler = {
  kind: 'audit.verify',
  async run(city, _payload, job) {
    const startedAt = new Date().toISOString();
    const report = await verifyAudit(city);
    const outcome = await command(city, job.caller, keepRun(report, { startedAt, job: job.id }), {}, { key: `audit-run-${job.id}` });
    if (!outcome.ok) throw Object.assign(new Error('the run was not kept'), { code: outcome.refused.code });
  },
};
export default handler;

const keepRun = (report: AuditReport, { startedAt, job }: { readonly startedAt: string; readonly job: number }) => defineCommand({
  id: 'audit.keep-run', title: '记下核验结果', allow: { roles: ['auditor', 'system'] }, input: z.strictObject({}),
  run: (tx, _input, by) => tx.run(
    `insert into audit_run (job_id, ordered_by, started_at, seconds, commands, readings, blocks, sealed_rows, unsealed, findings, ran_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [job, by.caller.account?.name ?? '系统', startedAt, report.seconds.toFixed(1), report.commands, report.readings, report.blocks, report.sealedRows, report.unsealed, JSON.stringify(report.findings), by.today]),
});
