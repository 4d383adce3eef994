import type { PlainDate } from '../../values/plain-date.ts';
import { columnLetters } from './sheet-outline.ts';
import type { SheetCell, SheetRow } from './sheet-rows.ts';

/** A cell that is more than its text. */
export interface PlainValue { readonly text: string; readonly kind: SheetCell['kind']; readonly date?: PlainDate; readonly long?: true; readonly unknown?: true; /** Under a merge, without being its first cell. */ readonly covered?: true }
/** Most cells are texts: kept as nothing else, so that a long list travels light. */
export type PlainCell = string | PlainValue;
export interface PlainRow { readonly number: number; readonly hidden: boolean; readonly cells: readonly PlainCell[] }

/** A sheet without its looks: its first rows whole, where the header is looked for, and all of them as they are read. */
export interface PlainSheet { readonly name: string; readonly hidden: boolean; readonly date1904: boolean; readonly head: readonly SheetRow[]; readonly rows: readonly PlainRow[] }

export function plainCell(cell: SheetCell): PlainCell {
  if ((cell.kind === 'text' || cell.kind === 'empty') && cell.coveredBy === undefined && !cell.withoutResult) return cell.text;
  return {
    text: cell.text, kind: cell.kind, ...(cell.date === undefined ? {} : { date: cell.date }), ...(cell.longNumber ? { long: true as const } : {}), ...(cell.withoutResult ? { unknown: true as const } : {}),
    ...(cell.coveredBy === undefined ? {} : { covered: true as const }),
  };
}

/** The cell as the readers of cells take it. `at`: column from 0. */
export function cellOf(row: PlainRow, at: number): SheetCell {
  const plain = row.cells[at] ?? '';
  const base = { address: `${columnLetters(at + 1)}${row.number}`, column: at + 1, formula: false };
  if (typeof plain === 'string') return { ...base, kind: plain === '' ? 'empty' : 'text', text: plain, withoutResult: false, longNumber: false };
  return { ...base, kind: plain.kind, text: plain.text, ...(plain.date === undefined ? {} : { date: plain.date }), withoutResult: plain.unknown === true, longNumber: plain.long === true };
}

export const textOf = (row: PlainRow, at: number): string => { const plain = row.cells[at] ?? ''; return typeof plain === 'string' ? plain : plain.text; };
