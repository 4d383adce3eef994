import { AppError } from '../../contract/refusal.ts';
import { command, type CommandOutcome } from '../../db/command.ts';
import { query } from '../../db/query.ts';
import type { City } from '../../db/city.ts';
import type { Job, JobHandler } from '../../jobs/job.ts';
import doRow from '../do-row.ts';
import finishPass from '../finish-pass.ts';
import nextRows from '../next-rows.ts';

/** After so many attempts the row that breaks is given up with a reason, and the others go on. */
const PATIENCE = 3;

/** Takes the rows of an order one after another, each a command with a key of its own. Killed anywhere, it goes on where the order stands. */
const runBulk: JobHandler = {
  kind: 'bulk.run',
  async run(city, payload, job) {
    const run = Number(payload['run']);
    for (;;) {
      const at = await query(city, job.caller, nextRows, { run });
      if (!at.ok) throw new AppError('bulk.refused', at.refused.code);
      const trial = at.result.state === 'trying';
      if (at.result.rows.length === 0) {
        if (trial || at.result.state === 'running') must(await command(city, job.caller, finishPass, { run }, { key: `${run}:${trial ? 'tried' : 'done'}` }));
        return;
      }
      for (const row of at.result.rows) await takeRow(city, job, run, row, trial);
    }
  },
};
export default runBulk;

async function takeRow(city: City, job: Job, run: number, row: number, trial: boolean): Promise<void> {
  const key = `${run}:${row}:${trial ? 'try' : 'do'}`;
  try {
    must(await command(city, job.caller, doRow, { row, trial }, { key }));
  } catch (error) {
    if (job.attempts < PATIENCE) throw error;
    must(await command(city, job.caller, doRow, { row, trial, broken: true }, { key: `${key}:broken` }));
  }
}

function must(outcome: CommandOutcome<unknown>): void {
  if (!outcome.ok) throw new AppError('bulk.refused', outcome.refused.code);
}
