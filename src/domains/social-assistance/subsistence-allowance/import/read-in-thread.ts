import { Worker } from 'node:worker_threads';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import type { ThreadAnswer, ThreadInput, ThreadRoster } from './roster-thread.ts';

/**
 * Reads a workbook beside the event loop: a roster of ten thousand people takes seconds, and other people's pages must not wait for it.
 * A file that needs more memory than any real roster ends its own thread and is called damaged. Refuses with the workbook's codes.
 */
export async function readInThread(input: ThreadInput): Promise<ThreadRoster> {
  const answer = await new Promise<ThreadAnswer>((resolve, reject) => {
    const worker = new Worker(new URL('./roster-thread.ts', import.meta.url), { workerData: input, resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    worker.once('message', resolve);
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, code: 'workbook.too-many-cells' });
      else reject(error);
    });
    worker.once('exit', () => reject(new Error('the reading thread ended without an answer')));
  });
  if (!answer.ok) throw new Refusal(answer.code);
  return answer;
}
