import { AppError } from '../../contract/refusal.ts';
import { command } from '../../db/command.ts';
import type { JobHandler } from '../../jobs/job.ts';
import replan from '../commands/replan.ts';

/** A case ended: its grant is looked at again so many months from now. */
const onCaseClosed: JobHandler = {
  kind: 'event:case.closed',
  async run(city, payload, job) {
    const done = await command(city, job.caller, replan, { caseId: Number(payload['caseId']) }, { key: `case-closed-${job.id}` });
    if (!done.ok) throw new AppError('reviews.replan-refused', done.refused.code);
  },
};
export default onCaseClosed;
