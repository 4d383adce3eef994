import type { JobHandler } from '../../jobs/job.ts';
import { runEndDue } from '../end-due.ts';

/** A new business day: grants given for a time end when it is over. */
const onDayBegun: JobHandler = { kind: 'event:day.begun', run: (city, _payload, job) => runEndDue(city, job) };
export default onDayBegun;
