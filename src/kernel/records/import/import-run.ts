import { Refusal } from '../../contract/refusal.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import type { RegisterHome } from '../register-home.ts';
import type { ImportPlan, SheetSource } from '../../contract/register-import.ts';
import type { Layout } from './read-row.ts';
import { layOutSource, readSource } from './read-source.ts';
import { judgeData } from './try-rows.ts';
import { listDataRows } from './read-row.ts';
import { writePiece, type RowResult } from './write-piece.ts';
import type { PlainRow } from '../../documents/workbook/plain-sheet.ts';

/** An import as the database keeps it. */
export interface ImportRun {
  readonly id: number; readonly register: string; readonly divisionId: number; readonly accountName: string; readonly onDay: PlainDate; readonly fileId: number; readonly fileName: string;
  readonly sheet: string; readonly into: string | null; readonly headRow: number | null; readonly plan: ImportPlan; readonly rows: readonly number[]; readonly piece: number; readonly bad: number; readonly postId: number;
}

const COLUMNS = `id, register, division_id as "divisionId", account_name as "accountName", on_day as "onDay", file_id as "fileId", file_name as "fileName", sheet, into_sub as "into", head_row as "headRow", plan, rows, piece, bad, post_id as "postId"`;

/** Refuses `record-import.not-found`. */
export async function getRun(tx: Tx, id: number): Promise<ImportRun> {
  const run = await tx.find<ImportRun & Record<string, unknown>>(`select ${COLUMNS} from record_import where id = $1`, [id]);
  if (!run) throw new Refusal('record-import.not-found');
  return run;
}

export const listRuns = (tx: Tx, register: string, limit: number): Promise<ImportRun[]> => tx.rows<ImportRun & Record<string, unknown>>(`select ${COLUMNS} from record_import where register = $1 order by id desc limit $2`, [register, limit]);

export const sourceOf = (run: ImportRun): SheetSource => ({ file: run.fileId, sheet: run.sheet === PASTED_SHEET ? undefined : run.sheet, into: run.into ?? '', headRow: run.headRow ?? undefined });
export const PASTED_SHEET = '贴进来的';

/** Rows of one piece: entries and changes are written one by one, each held against its record. */
export const pieceOf = (into: string | undefined, present: ImportPlan['present']): number => (into !== undefined || present === 'change' ? 1_000 : 5_000);
export const piecesOf = (run: Pick<ImportRun, 'rows' | 'piece'>): number => Math.ceil(run.rows.length / run.piece);

/** The rows that were frozen, read again from the file. */
export interface ReadRun { readonly layout: Layout; readonly data: readonly PlainRow[] }
export async function readRun(tx: Tx, home: RegisterHome, run: ImportRun): Promise<ReadRun> {
  const layout = layOutSource(await readSource(tx, home, sourceOf(run)), run.plan);
  const frozen = new Set(run.rows);
  return { layout, data: listDataRows(layout).filter((row) => frozen.has(row.number)) };
}

/** Writes one piece, judged again as the register stands now, and what became of each of its rows. A piece that is there already is left alone. */
export async function importPiece(tx: Tx, by: CommandContext, home: RegisterHome, run: ImportRun, read: ReadRun, nth: number): Promise<void> {
  if (await tx.find('select 1 from record_import_piece where import_id = $1 and nth = $2 and not undoes', [run.id, nth])) return;
  const data = read.data.slice(nth * run.piece, (nth + 1) * run.piece);
  const judged = await judgeData(tx, by, home, read.layout, run.plan, data);
  await keepPiece(tx, run, nth, false, await writePiece(tx, by, home, read.layout, judged, `导入 ${run.fileName}`.slice(0, 200)));
}

export const keepPiece = (tx: Tx, run: Pick<ImportRun, 'id' | 'divisionId'>, nth: number, undoes: boolean, results: readonly RowResult[]): Promise<number> =>
  tx.run('insert into record_import_piece (import_id, division_id, nth, undoes, results) values ($1, $2, $3, $4, $5)', [run.id, run.divisionId, nth, undoes, JSON.stringify(results)]);
