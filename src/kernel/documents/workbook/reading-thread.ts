import { Worker } from 'node:worker_threads';
import type { WorkbookRefusalCode } from './refusals.ts';

type Refused = { readonly ok: false; readonly code: WorkbookRefusalCode };

/**
 * Reads workbooks beside the event loop: a list of ten thousand lines takes seconds, and other people's pages must not wait for it.
 * One thread reads one file after another; a file that needs more memory than any real list ends the thread and is refused, the next gets
 * a new one. `url`: the thread's own module, which answers every message with one.
 */
export function readingThread<Input, Answer extends { readonly ok: boolean }>(url: URL): (input: Input) => Promise<Answer | Refused> {
  let reader: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const readOne = (input: Input): Promise<Answer | Refused> => {
    const thread = reader ?? new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    reader = thread;
    return new Promise((resolve, reject) => {
      const answered = (answer: Answer): void => { settle(); resolve(answer); };
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
  };
  return (input) => {
    const turn = queue.then(() => readOne(input));
    queue = turn.catch(() => undefined);
    return turn;
  };
}
