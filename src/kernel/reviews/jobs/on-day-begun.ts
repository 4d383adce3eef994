import type { JobHandler } from '../../jobs/job.ts';
import { runReviews } from '../run-reviews.ts';

/** A new business day: reviews that have fallen due open themselves. */
const onDayBegun: JobHandler = { kind: 'event:day.begun', run: (city, _payload, job) => runReviews(city, job) };
export default onDayBegun;
