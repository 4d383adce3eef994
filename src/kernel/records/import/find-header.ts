import { mapColumns, normaliseTitle, readTitles, withLowerRows, type ColumnDeclaration } from '../../documents/workbook/map-columns.ts';
import type { PlainSheet } from '../../documents/workbook/plain-sheet.ts';
import type { SheetRow } from '../../documents/workbook/sheet-rows.ts';
import { trimAll } from '../../values/chinese-text.ts';

/** The headings of a sheet: the rows they stand in, and each column's, from the top (联系人 电话), by place from 0. */
export interface Header { readonly rows: readonly number[]; readonly titles: readonly { readonly at: number; readonly levels: readonly string[]; readonly heading: string }[] }

/**
 * Finds the headings: in the row that is named; else where most titles are known; else in the first row that is filled as wide as any and holds neither numbers
 * nor days. Undefined for a sheet without any. Pure.
 */
export function findHeader(sheet: Pick<PlainSheet, 'head'>, known: readonly ColumnDeclaration[], named?: number): Header | undefined {
  const rows = named === undefined ? headerRows(sheet.head, known) : withLowerRows(sheet.head.filter((row) => row.number === named), sheet.head);
  if (rows.length === 0) return undefined;
  const titles = readTitles(rows).map(({ column, levels }) => ({ at: column - 1, levels, heading: levels.map((level) => trimAll(level).replaceAll(/\s+/g, ' ')).join(' ') }));
  return { rows: rows.map((row) => row.number), titles: titles.filter(({ heading }) => heading !== '') };
}

function headerRows(head: readonly SheetRow[], known: readonly ColumnDeclaration[]): readonly SheetRow[] {
  const found = mapColumns(head, known);
  if (found !== undefined) return head.filter((row) => found.headerRows.includes(row.number));
  const width = Math.max(0, ...head.map(filled));
  const first = head.find((row) => filled(row) >= Math.max(1, Math.ceil(width * 0.8)) && row.cells.every((cell) => cell.kind === 'text' || cell.kind === 'empty'));
  return first === undefined ? [] : withLowerRows([first], head);
}

/** Cells with something of their own: a title over the whole width counts as one. */
const filled = (row: SheetRow): number => row.cells.filter((cell) => cell.text !== '' && cell.coveredBy === undefined).length;

/** Columns that our own sheet of errors adds: never part of what a sheet is recognised by. */
export const WHAT_IS_WRONG = '哪里不对';
export const WHICH_ROW = '原来第几行';
const OURS = new Set([WHAT_IS_WRONG, WHICH_ROW]);

/** By what a sheet's headings are recognised the next time. Pure. */
export const headingsKey = (header: Header): string => header.titles.filter(({ heading }) => !OURS.has(heading)).map(({ at, heading }) => `${at}:${normaliseTitle(heading)}`).join('|').slice(0, 2000);
