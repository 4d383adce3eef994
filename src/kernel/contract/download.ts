import type { z } from 'zod';
import type { QueryContext } from '../db/query.ts';
import type { Tx } from '../db/tx.ts';
import type { Allow, QueryDefinition } from './door.ts';

/** A file as it goes out: named before its first byte, made while it is taken. */
export interface OutgoingFile { readonly fileName: string; readonly mediaType: string; readonly pieces: AsyncIterable<Uint8Array> }

/** A file somebody takes away, made at that moment from rows he may see, under the same permission, area and log as a reading. */
export interface Download<Input> {
  readonly id: string;
  readonly title: string;
  readonly allow: Allow;
  readonly input: z.ZodType<Input>;
  readonly sensitive?: boolean;
  readonly open: (tx: Tx, input: Input, by: QueryContext) => Promise<OutgoingFile>;
  /** The same rows as comma-separated text, for another program; asked for by `?as=csv`. Lists have it. */
  readonly openCsv?: (tx: Tx, input: Input, by: QueryContext) => Promise<OutgoingFile>;
}
export const defineDownload = <I>(download: Download<I>): Download<I> => download;

/** A column of an exported list: money in 分, days as YYYY-MM-DD. */
export interface ExportColumn<Row> { readonly title: string; readonly kind?: 'text' | 'number' | 'money' | 'day'; readonly width?: number; readonly cell: (row: Row) => string | number | null }

/** How a list of the workbench becomes a workbook: its own query, asked page after page, so that the file shows what the list shows and no row more. */
export interface ListExport<Input, Answer, Row> {
  readonly query: QueryDefinition<Input, Answer>;
  /** Name of the sheet and first word of the file's name. */
  readonly title: string;
  /** Columns may depend on what was asked. */
  readonly columns: readonly ExportColumn<Row>[];
  readonly rows: (answer: Answer) => readonly Row[];
  /** What to ask for next; undefined on the last page. */
  readonly next: (answer: Answer, input: Input) => Input | undefined;
  /** Taken as the page size, beyond what a screen shows. */
  readonly page?: Partial<Input>;
  /** A list that may be very long: all its rows from one statement, in the same order, named to the log as they pass; undefined where pages do. */
  readonly all?: (tx: Tx, input: Input, by: QueryContext) => Promise<AsyncIterable<readonly Row[]> | undefined>;
  /** The filter in words, for the head of the sheet. */
  readonly filter?: (tx: Tx, input: Input) => Promise<readonly string[]> | readonly string[];
}
