import { AppError } from '../../contract/refusal.ts';
import { command } from '../../db/command.ts';
import { query } from '../../db/query.ts';
import type { JobHandler } from '../../jobs/job.ts';
import pricePiece from '../commands/price-piece.ts';
import getProgress from '../queries/get-progress.ts';

/** Prices a run, its parts side by side, the pieces of each one after another, each a command of its own. Killed anywhere, it goes on where the parts stand. */
const priceRun: JobHandler = {
  kind: 'repricing.price',
  async run(city, payload, job) {
    const run = Number(payload['run']);
    const look = async (): Promise<readonly { readonly part: number; readonly done: boolean; readonly after: number }[]> => {
      const at = await query(city, job.caller, getProgress, { run });
      if (!at.ok) throw new AppError('repricing.refused', at.refused.code);
      return at.result.parts;
    };
    const price = async (part: number): Promise<void> => {
      for (;;) {
        job.stopping?.throwIfAborted();
        const at = (await look()).find((one) => one.part === part);
        if (!at || at.done) return;
        const priced = await command(city, job.caller, pricePiece, { run, part, after: at.after }, { key: `${run}:${part}:${at.after}` });
        if (!priced.ok) throw new AppError('repricing.refused', priced.refused.code);
      }
    };
    // one that fails ends the other before the job is tried again
    const ended = await Promise.allSettled((await look()).map((one) => price(one.part)));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  },
};
export default priceRun;
