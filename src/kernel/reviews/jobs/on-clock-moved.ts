import type { JobHandler } from '../../jobs/job.ts';
import { runReviews } from '../run-reviews.ts';

/** The demo's day was moved: as if the days between had begun. */
const onClockMoved: JobHandler = { kind: 'event:clock.moved', run: (city, _payload, job) => runReviews(city, job) };
export default onClockMoved;
