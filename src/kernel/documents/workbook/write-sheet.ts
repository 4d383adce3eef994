import { streamWorkbook } from './stream-workbook.ts';

export interface WrittenSheet {
  /** File name without ending. */
  readonly name: string;
  readonly title: string;
  /** Under the title: office, day, unit. */
  readonly note: string;
  readonly columns: readonly (readonly [title: string, width: number])[];
  readonly rows: readonly (readonly (string | number)[])[];
}
export interface WrittenFile { readonly name: string; readonly type: string; readonly base64: string; readonly rows: number }

/** A short list as a workbook in one answer; lists without an end are streamed (`export-list.ts`). */
export async function writeSheet(sheet: WrittenSheet): Promise<WrittenFile> {
  const kinds = sheet.columns.map((_column, at) => (sheet.rows.length > 0 && sheet.rows.every((row) => typeof row[at] === 'number') ? ('number' as const) : ('text' as const)));
  const pieces: Buffer[] = [];
  const content = { name: sheet.title, head: [sheet.title, sheet.note], columns: sheet.columns.map(([title, width], at) => ({ title, width, kind: kinds[at] ?? 'text' })), rows: sheet.rows };
  for await (const piece of streamWorkbook(content)) pieces.push(piece);
  return { name: `${sheet.name}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', base64: Buffer.concat(pieces).toString('base64'), rows: sheet.rows.length };
}
