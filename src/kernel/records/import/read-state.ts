import type { Caller } from '../../access/caller.ts';
import type { Tx } from '../../db/tx.ts';
import type { ImportState } from '../../contract/register-import.ts';
import { piecesOf, type ImportRun } from './import-run.ts';
import type { RowResult } from './write-piece.ts';

/** Remarks told on a screen. */
const TOLD = 500;

/** How far an import is, told from the pieces that are written. */
export async function readState(tx: Tx, by: { readonly caller: Caller }, run: ImportRun): Promise<ImportState> {
  const pieces = await tx.rows<{ nth: number; undoes: boolean; opened: number; changed: number; refused: number; handled: number }>(
    `select p.nth, p.undoes, count(*) filter (where r->>'what' = 'opened')::int as opened, count(*) filter (where r->>'what' = 'changed')::int as changed, count(*) filter (where r->>'what' = 'refused')::int as refused, count(r)::int as handled
       from record_import_piece p left join lateral jsonb_array_elements(p.results) r on true where p.import_id = $1 group by p.id order by p.undoes, p.nth`, [run.id]);
  const [written, undone] = [pieces.filter((piece) => !piece.undoes), pieces.filter((piece) => piece.undoes)];
  const sum = (list: typeof pieces, of: 'opened' | 'changed' | 'refused' | 'handled'): number => list.reduce((total, piece) => total + piece[of], 0);
  const refused = await tx.rows<{ result: RowResult; number: string | null }>(
    `select r as result, n.number from record_import_piece p cross join lateral jsonb_array_elements(p.results) r left join register_record n on n.id = (r->>'id')::bigint
      where p.import_id = $1 and r->>'what' = 'refused' order by p.undoes, (r->>'row')::int limit ${TOLD}`, [run.id]);
  const all = piecesOf(run);
  return {
    id: run.id, register: run.register, fileName: run.fileName, sheet: run.sheet, into: run.into, by: run.accountName, on: run.onDay, mine: run.postId === by.caller.post?.id,
    state: written.length < all ? 'running' : undone.length === 0 ? 'done' : undone.length < all ? 'undoing' : 'undone',
    rows: run.rows.length, handled: sum(written, 'handled'), opened: sum(written, 'opened'), changed: sum(written, 'changed'), refused: sum(written, 'refused'), bad: run.bad, undone: sum(undone, 'opened') + sum(undone, 'changed'),
    remarks: refused.map(({ result, number }) => ({ row: result.row, record: result.id ?? null, number, sentence: result.why ?? '' })),
  };
}
