import type { JobHandler } from '../../jobs/job.ts';
import { exchange } from '../exchange.ts';

const send: JobHandler = {
  kind: 'verification.send',
  run: (city, payload, job) => exchange(city, job.caller, Number(payload['requestId']), { again: payload['again'] === true }),
};
export default send;
