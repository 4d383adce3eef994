import { command } from '../../db/command.ts';
import type { JobHandler } from '../../jobs/job.ts';
import { sleepAccounts } from '../sleep-accounts.ts';

/** A new business day: accounts that nobody used for long are disabled. */
const onDayBegun: JobHandler = {
  kind: 'event:day.begun',
  async run(city, payload, job) {
    const outcome = await command(city, job.caller, sleepAccounts, {}, { key: `sleep-accounts-${String(payload['day'] ?? job.id)}` });
    if (!outcome.ok) throw new Error(`dormant accounts were not looked for: ${outcome.refused.code}`);
  },
};
export default onDayBegun;
