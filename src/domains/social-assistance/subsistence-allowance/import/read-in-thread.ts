import { Worker } from 'node:worker_threads';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import type { ThreadAnswer, ThreadInput, ThreadRoster } from './roster-thread.ts';

let reader: Worker | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Reads a workbook beside the event loop: a roster of ten thousand people takes seconds, and other people's pages must not wait for it.
 * One thread reads one file after another; a file that needs more memory than any real roster ends the thread and is refused, the next gets
 * a new one. Refuses with the workbook's codes.
 */
export async function readInThread(input: ThreadInput): Promise<ThreadRoster> {
  const turn = queue.then(() => readOne(input));
  queue = turn.catch(() => undefined);
  const answer = await turn;
  if (!answer.ok) throw new Refusal(answer.code);
  return answer;
}

function readOne(input: ThreadInput): Promise<ThreadAnswer> {
  const thread = reader ?? new Worker(new URL('./roster-thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 1024 } });
  reader = thread;
  return new Promise<ThreadAnswer>((resolve, reject) => {
    const answered = (answer: ThreadAnswer): void => { settle(); resolve(answer); };
    const failed = (error: Error & { code?: string }): void => {
      reader = undefined;
      settle();
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, code: 'workbook.too-many-cells' });
      else reject(error);
    };
    const ended = (): void => failed(new Error('the reading thread ended without an answer'));
    const settle = (): void => {
      thread.off('message', answered).off('error', failed).off('exit', ended);
      // a thread that waits for the next file does not keep the process alive
      thread.unref();
    };
    thread.ref();
    thread.on('message', answered).on('error', failed).on('exit', ended);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage(input);
  });
}
