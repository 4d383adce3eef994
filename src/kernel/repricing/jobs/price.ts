import { AppError } from '../../contract/refusal.ts';
import { command } from '../../db/command.ts';
import { query } from '../../db/query.ts';
import type { JobHandler } from '../../jobs/job.ts';
import pricePiece from '../commands/price-piece.ts';
import getProgress from '../queries/get-progress.ts';

/** Prices the pieces of a run one after another, each a command of its own. Killed anywhere, it goes on where the run stands. */
const priceRun: JobHandler = {
  kind: 'repricing.price',
  async run(city, payload, job) {
    const run = Number(payload['run']);
    for (;;) {
      job.stopping?.throwIfAborted();
      const at = await query(city, job.caller, getProgress, { run });
      if (!at.ok) throw new AppError('repricing.refused', at.refused.code);
      if (at.result.done) return;
      const priced = await command(city, job.caller, pricePiece, { run, after: at.result.after }, { key: `${run}:${at.result.after}` });
      if (!priced.ok) throw new AppError('repricing.refused', priced.refused.code);
    }
  },
};
export default priceRun;
