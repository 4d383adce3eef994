import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { readingThread } from '../../../../kernel/documents/workbook/reading-thread.ts';
import type { ThreadAnswer, ThreadInput, ThreadRoster } from './roster-thread.ts';

const read = readingThread<ThreadInput, ThreadAnswer>(new URL('./roster-thread.ts', import.meta.url));

/** Reads a roster beside the event loop. Refuses with the workbook's codes. */
export async function readInThread(input: ThreadInput): Promise<ThreadRoster> {
  const answer = await read(input);
  if (!answer.ok) throw new Refusal(answer.code);
  return answer;
}
