import type { JobHandler } from '../../jobs/job.ts';
import { runReviews } from '../run-reviews.ts';

/** The same run, ordered by an office that has just said from when reviews are done here. */
const openReviews: JobHandler = { kind: 'reviews.open', run: (city, _payload, job) => runReviews(city, job) };
export default openReviews;
