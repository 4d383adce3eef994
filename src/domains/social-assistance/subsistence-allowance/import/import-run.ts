import type { CommandContext } from '../../../../kernel/db/command.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { createHash } from 'node:crypto';
import { AppError } from '../../../../kernel/contract/refusal.ts';
import type { Month } from '../../../../kernel/values/month.ts';
import { firstDayOf } from '../../../../kernel/values/plain-date.ts';
import { importRoster } from './import-roster.ts';
import type { StoredRoster } from './read-stored-roster.ts';
import type { RosterHousehold } from './roster.ts';

/** Members taken in by one transaction; a longer list is a run of several. */
export const LINES_AT_ONCE = 5_000;

/** An import as the database keeps it. */
export interface ImportRun {
  readonly id: number;
  readonly fileName: string;
  readonly digest: Buffer;
  readonly firstMonth: Month;
}

/** Writes down what is going to be imported: from here on the rows of the list are frozen. */
export async function openImport(tx: Tx, by: CommandContext, roster: StoredRoster, firstMonth: Month): Promise<ImportRun> {
  const { account, post } = by.caller;
  if (account === null || post === null) throw new AppError('roster.no-office', 'a roster is taken over by a post of an office');
  const { households, summary } = roster.read;
  const { id } = await tx.one<{ id: number }>(
    `insert into roster_import (division_id, file_id, file_name, digest, first_month, households, persons, fen, rows, account_id, account_name, on_day, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'running') returning id`,
    [post.divisionId, roster.file.id, roster.file.name, roster.file.digest, firstDayOf(firstMonth), households.length, summary.membersGood, summary.totalFenGood,
      households.map((h) => h.rowNumbers[0]), account.id, account.name, by.today]);
  return { id, fileName: roster.file.name, digest: roster.file.digest, firstMonth };
}

/** Cuts a list into pieces of at most `lines` members; a household is never cut. Pure. */
export function cutIntoPieces(households: readonly RosterHousehold[], lines: number): RosterHousehold[][] {
  const pieces: RosterHousehold[][] = [];
  let held = lines;
  for (const household of households) {
    if (held + household.members.length > lines) {
      pieces.push([]);
      held = 0;
    }
    pieces.at(-1)?.push(household);
    held += household.members.length;
  }
  return pieces;
}

/** Imports one piece of a run and moves its count forward. Each piece is a document of its own, told from the digest of the file. */
export async function importPiece(tx: Tx, by: CommandContext, run: ImportRun, pieces: readonly (readonly RosterHousehold[])[], nth: number): Promise<void> {
  // bytes that come a second time, after the first import was undone, are another document of their own
  const { again } = await tx.one<{ again: boolean }>('select exists (select 1 from roster_import where digest = $1 and id < $2) as again', [run.digest, run.id]);
  const sha256 = nth === 0 && !again ? run.digest : createHash('sha256').update(run.digest).update(`:${nth + 1}${again ? `:${run.id}` : ''}`).digest();
  const title = pieces.length === 1 ? run.fileName : `${run.fileName}（第 ${nth + 1} 部分，共 ${pieces.length} 部分）`;
  const done = await importRoster(tx, by, pieces[nth] ?? [], { title, sha256, firstMonth: run.firstMonth, importId: run.id });
  await tx.run(
    `update roster_import set done_households = done_households + $2, done_persons = done_persons + $3,
            state = case when done_households + $2 = households then 'done' else state end where id = $1`, [run.id, done.households, done.persons]);
}
