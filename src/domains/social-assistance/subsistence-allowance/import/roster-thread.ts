import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { mapColumns } from '../../../../kernel/documents/workbook/map-columns.ts';
import { openWorkbook, type Workbook } from '../../../../kernel/documents/workbook/open-workbook.ts';
import type { WorkbookRefusalCode } from '../../../../kernel/documents/workbook/refusals.ts';
import { columnLetters } from '../../../../kernel/documents/workbook/sheet-outline.ts';
import { sheetRows } from '../../../../kernel/documents/workbook/sheet-rows.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import { readRoster, type ReadRoster } from './read-roster.ts';
import { rosterColumns, type RosterColumn } from './roster-columns.ts';
import { readRosterLines, textOf } from './roster-lines.ts';
import { indexVillages, type Village } from './village-index.ts';

export interface ThreadInput {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly today: PlainDate;
  readonly demo: boolean;
  readonly city: string;
  readonly villages: readonly Village[];
}

export interface ThreadRoster {
  readonly ok: true;
  readonly read: ReadRoster;
  /** The name on each line of the list, by row: who a finding is about. */
  readonly names: ReadonlyMap<number, string>;
  /** Letters of the columns that were read. */
  readonly letters: ReadonlyMap<RosterColumn, string>;
}

export type ThreadAnswer = ThreadRoster | { readonly ok: false; readonly code: WorkbookRefusalCode };

let last: { readonly key: string; readonly answer: ThreadAnswer } | undefined;

/** The same file is looked through, ordered and taken in one after the other: what was read last is kept until another comes. */
async function answerOnce(input: ThreadInput): Promise<ThreadAnswer> {
  const { bytes, ...about } = input;
  const key = createHash('sha256').update(bytes).update(JSON.stringify(about)).digest('hex');
  if (last?.key !== key) last = { key, answer: await answer(input) };
  return last.answer;
}

async function answer(input: ThreadInput): Promise<ThreadAnswer> {
  const workbook = await openWorkbook(Buffer.from(input.bytes), input.fileName);
  if (!workbook.ok) return { ok: false, code: workbook.code };
  const index = indexVillages(input.villages, input.city);
  const read = readRoster(workbook, { demo: input.demo, today: input.today, resolveDivision: (place) => index.find(place)?.code });
  return { ok: true, read, ...listNames(workbook, read.summary.sheetName) };
}

function listNames(workbook: Workbook, sheetName: string): Pick<ThreadRoster, 'names' | 'letters'> {
  const sheet = workbook.sheets.find((one) => one.name === sheetName);
  const rows = sheet === undefined ? [] : [...sheetRows(workbook, sheet)];
  const map = mapColumns(rows, rosterColumns);
  if (map === undefined) return { names: new Map(), letters: new Map() };
  return {
    names: new Map(readRosterLines(rows, map).lines.map((line) => [line.row, textOf(line, 'name')])),
    letters: new Map([...map.columns].map(([key, column]) => [key, columnLetters(column)])),
  };
}

// a fault that is no refusal ends the thread; the next file gets a new one
parentPort?.on('message', (input: ThreadInput) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  void answerOnce(input).then((given) => parentPort?.postMessage(given));
});
