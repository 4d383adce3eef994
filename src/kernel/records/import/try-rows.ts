import type { Tx } from '../../db/tx.ts';
import type { PlainRow } from '../../documents/workbook/plain-sheet.ts';
import type { RegisterHome } from '../register-home.ts';
import type { ImportPlan, SheetSource } from '../../contract/register-import.ts';
import { judgeEntries } from './judge-entries.ts';
import { judgeRecords } from './judge-records.ts';
import type { JudgedRow, Reader } from './judge-rows.ts';
import { layOutSource, readSource, type ReadSource } from './read-source.ts';
import { listDataRows, readRow, type Layout } from './read-row.ts';

export interface TriedSheet { readonly read: ReadSource; readonly layout: Layout; readonly data: readonly PlainRow[]; readonly judged: readonly JudgedRow[] }

/** Reads a sheet and holds each of its rows against the register. Nothing is written. */
export async function trySheet(tx: Tx, by: Reader, home: RegisterHome, source: SheetSource, plan: ImportPlan): Promise<TriedSheet> {
  const read = await readSource(tx, home, source);
  const layout = layOutSource(read, plan);
  const data = listDataRows(layout);
  return { read, layout, data, judged: await judgeData(tx, by, home, layout, plan, data) };
}

export function judgeData(tx: Tx, by: Reader, home: RegisterHome, layout: Layout, plan: ImportPlan, data: readonly PlainRow[]): Promise<JudgedRow[]> {
  const written = data.map((row) => readRow(layout, row));
  const ground = { home, layout, plan };
  return layout.target.sub === undefined ? judgeRecords(tx, by, ground, written) : judgeEntries(tx, by, ground, layout.target.sub, written);
}

export const isGood = (row: JudgedRow): boolean => row.what === 'open' || row.what === 'change';
