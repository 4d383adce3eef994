import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { openWorkbook } from './open-workbook.ts';
import { plainCell, type PlainSheet } from './plain-sheet.ts';
import type { WorkbookRefusalCode } from './refusals.ts';
import { sheetRows } from './sheet-rows.ts';

export interface SheetsInput { readonly bytes: Uint8Array; readonly fileName: string }
export type SheetsAnswer = { readonly ok: true; readonly sheets: readonly PlainSheet[] } | { readonly ok: false; readonly code: WorkbookRefusalCode };

/** Rows among which a header is looked for. */
const HEAD = 30;
let last: { readonly key: string; readonly answer: SheetsAnswer } | undefined;

/** The same file is looked at, tried and taken in one after the other: what was read last is kept until another comes. */
async function answerOnce(input: SheetsInput): Promise<SheetsAnswer> {
  const key = createHash('sha256').update(input.bytes).update(input.fileName).digest('hex');
  if (last?.key !== key) last = { key, answer: await answer(input) };
  return last.answer;
}

async function answer(input: SheetsInput): Promise<SheetsAnswer> {
  const workbook = await openWorkbook(Buffer.from(input.bytes), input.fileName);
  if (!workbook.ok) return { ok: false, code: workbook.code };
  return {
    ok: true, sheets: workbook.sheets.map((sheet) => {
      const rows = [...sheetRows(workbook, sheet)];
      return { name: sheet.name, hidden: sheet.hidden, date1904: workbook.date1904, head: rows.slice(0, HEAD), rows: rows.map((row) => ({ number: row.number, hidden: row.hidden, cells: row.cells.map(plainCell) })) };
    }),
  };
}

// a fault that is no refusal ends the thread; the next file gets a new one
parentPort?.on('message', (input: SheetsInput) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  void answerOnce(input).then((given) => parentPort?.postMessage(given));
});
