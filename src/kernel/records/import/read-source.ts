import type { Tx } from '../../db/tx.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { PlainSheet } from '../../documents/workbook/plain-sheet.ts';
import type { ColumnDeclaration } from '../../documents/workbook/map-columns.ts';
import { readPasted } from '../../documents/workbook/read-pasted.ts';
import { readSheets } from '../../documents/workbook/read-sheets.ts';
import { readStoredFile } from '../../documents/store-file.ts';
import type { RegisterHome } from '../register-home.ts';
import { getSub } from '../write/add-entries.ts';
import type { ImportPlan, SheetSource } from '../../contract/register-import.ts';
import { findHeader, type Header } from './find-header.ts';
import { declarationsOf, subOfSheet, type Target } from './meanings.ts';
import { layOut, type Layout } from './read-row.ts';

/** What is pasted is kept as a file of its own kind, so that an import can be gone on with. */
export const PASTED_TYPE = 'text/tab-separated-values';

export interface ReadSource { readonly fileName: string; readonly sheets: readonly PlainSheet[]; readonly sheet: PlainSheet; readonly target: Target; readonly header: Header }

/** Opens what was sent and finds the sheet, its headings, and what its rows are. Refuses with the workbook's codes, `record-import.no-sheet`, `record-import.no-headings`. */
export async function readSource(tx: Tx, home: RegisterHome, source: SheetSource): Promise<ReadSource> {
  const { register } = home;
  const targetOf = (sheet: PlainSheet): Target => {
    if (source.into !== undefined && source.into !== '') return { register, sub: getSub(home, source.into) };
    return { register, sub: source.into === '' ? undefined : subOfSheet(register, sheet.name) };
  };
  const read = await readHeaded(tx, source, { first: (sheet) => subOfSheet(register, sheet.name) === undefined, known: (sheet) => declarationsOf(targetOf(sheet)) });
  return { ...read, target: targetOf(read.sheet) };
}

/** The sheet that is meant, `first` the one it rather is where none is named, with its headings found by what is `known` of them. */
export async function readHeaded(tx: Tx, source: SheetSource, by: { readonly first: (sheet: PlainSheet) => boolean; readonly known: (sheet: PlainSheet) => readonly ColumnDeclaration[] }): Promise<Omit<ReadSource, 'target'>> {
  const { fileName, sheets } = await openSource(tx, source);
  const seen = sheets.filter((sheet) => !sheet.hidden && sheet.rows.length > 0);
  const sheet = source.sheet === undefined ? seen.find(by.first) ?? seen[0] : sheets.find((one) => one.name === source.sheet);
  if (sheet === undefined) throw new Refusal('record-import.no-sheet');
  const header = findHeader(sheet, by.known(sheet), source.headRow);
  if (header === undefined) throw new Refusal('record-import.no-headings');
  return { fileName, sheets, sheet, header };
}

async function openSource(tx: Tx, source: SheetSource): Promise<{ fileName: string; sheets: readonly PlainSheet[] }> {
  if ('pasted' in source) return { fileName: '贴进来的', sheets: [readPasted(source.pasted)] };
  const { name, mediaType, bytes } = await readStoredFile(tx, source.file);
  return mediaType === PASTED_TYPE ? { fileName: '贴进来的', sheets: [readPasted(bytes.toString('utf8'))] } : { fileName: name, sheets: await readSheets(bytes, name) };
}

/** The sheet with its columns as they were understood. Refuses what is mapped twice, nowhere, or is missing. */
export function layOutSource(read: ReadSource, plan: Pick<ImportPlan, 'columns'>): Layout {
  const declared = declarationsOf(read.target);
  const meant = Object.values(plan.columns).filter((one): one is string => one !== null);
  const known = new Set(declared.map(({ key }) => key));
  const twice = declared.filter(({ key }) => meant.filter((one) => one === key).length > 1);
  if (meant.some((one) => !known.has(one)) || twice.length > 0) throw new Refusal('record-import.columns-twice', { columns: twice.map(({ title }) => title).join('、') || '不认得的栏' });
  const missing = declared.filter(({ key, required }) => required && !meant.includes(key));
  if (missing.length > 0) throw new Refusal('record-import.columns-missing', { columns: missing.map(({ title }) => title).join('、') });
  return layOut(read.target, read.sheet, read.header, plan.columns);
}
