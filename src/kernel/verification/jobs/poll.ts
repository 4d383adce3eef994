import type { JobHandler } from '../../jobs/job.ts';
import { exchange } from '../exchange.ts';

const poll: JobHandler = {
  kind: 'verification.poll',
  run: (city, payload, job) => exchange(city, job.caller, Number(payload['requestId']), { again: payload['again'] === true }),
};
export default poll;
