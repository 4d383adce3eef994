import { Refusal } from '../../contract/refusal.ts';
import type { PlainSheet } from './plain-sheet.ts';
import { readingThread } from './reading-thread.ts';
import type { SheetsAnswer, SheetsInput } from './sheets-thread.ts';

const read = readingThread<SheetsInput, SheetsAnswer>(new URL('./sheets-thread.ts', import.meta.url));

/** The sheets of a workbook, read beside the event loop. Refuses with the workbook's codes. */
export async function readSheets(bytes: Uint8Array, fileName: string): Promise<readonly PlainSheet[]> {
  const answer = await read({ bytes, fileName });
  if (!answer.ok) throw new Refusal(answer.code);
  return answer.sheets;
}
