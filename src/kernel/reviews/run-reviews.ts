import { AppError } from '../contract/refusal.ts';
import { command } from '../db/command.ts';
import type { City } from '../db/city.ts';
import type { Job } from '../jobs/job.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import openDue from './commands/open-due.ts';

/** The daily run over every benefit that is reviewed, piece by piece, each a command of its own. Killed anywhere, it goes on where it stood. */
export async function runReviews(city: City, job: Job): Promise<void> {
  const registry = await loadRegistry();
  for (const benefit of registry.matters.flatMap((matter) => matter.benefits ?? []).filter((one) => one.reviews)) {
    let after = 0;
    for (let piece = 1; ; piece += 1) {
      const done = await command(city, job.caller, openDue, { benefit: benefit.id, after }, { key: `${job.id}:${job.attempts}:${benefit.id}:${piece}` });
      if (!done.ok) throw new AppError('reviews.run-refused', done.refused.code);
      if (done.result.planned !== null) { after = done.result.planned; continue; }
      if (done.result.opened === 0) break;
    }
  }
}
