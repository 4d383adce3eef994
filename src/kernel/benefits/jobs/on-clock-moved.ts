import type { JobHandler } from '../../jobs/job.ts';
import { runEndDue } from '../end-due.ts';

/** The demo's day was moved: as if the days between had begun. */
const onClockMoved: JobHandler = { kind: 'event:clock.moved', run: (city, _payload, job) => runEndDue(city, job) };
export default onClockMoved;
