/**
 * Where rows come from: a workbook that was sent, or cells copied from one (tab-separated lines). `sheet`: which of its sheets; `headRow`: the row its headings
 * stand in, where they are not found; `into`: the sub-record its rows are entries of.
 */
export type SheetSource = { readonly sheet?: string | undefined; readonly headRow?: number | undefined; readonly into?: string | undefined } & ({ readonly file: number } | { readonly pasted: string });

/** What a column of a sheet is taken for: a field's key, or one of what every record or entry has; null: not read. */
export type ColumnMeaning = string | null;
export const COMMON_MEANINGS = {
  number: '$number', division: '$division', town: '$town', village: '$village', openedOn: '$openedOn', state: '$state', since: '$since',
  personName: '$person.name', personNumber: '$person.idNumber', parent: '$parent', day: '$day',
} as const;

/** One column of a sheet as it was found, counted from 0. Samples of confidential columns are masked. */
export interface SheetColumn { readonly at: number; readonly heading: string; readonly samples: readonly string[]; readonly meaning: ColumnMeaning }
export interface Meaning { readonly value: string; readonly title: string; readonly required: boolean }

/** A sheet before anything is taken from it. */
export interface SheetRead {
  readonly name: string;
  readonly rows: number;
  /** Rows the headings stand in, as the sheet numbers them. */
  readonly headRows: readonly number[];
  readonly columns: readonly SheetColumn[];
  /** What a column may be taken for. */
  readonly meanings: readonly Meaning[];
  /** The columns are understood as they were the last time a sheet with these headings came. */
  readonly remembered: boolean;
  /** All sheets of the workbook; `into`: the sub-record its name says it holds. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rows: number; readonly into: string | null }[];
  readonly into: string | null;
  /** The date its records count from (成立日期): as the last import here took it, else as its title says; null where none is. */
  readonly openedFrom: string | null;
}

/** What is done with rows of what is there already by its number or key. */
export type Present = 'skip' | 'change' | 'refuse';

/** How a sheet is to be taken in: the meaning of its columns by their place, and what holds where a row does not say it. */
export interface ImportPlan {
  readonly columns: Readonly<Record<string, ColumnMeaning>>;
  readonly division: number;
  /** A day, or the key of a date field it is taken from. */
  readonly openedOn: string;
  readonly state: string;
  readonly present: Present;
  /** Day from which changes of present records hold; left out = today. */
  readonly changeFrom?: string | undefined;
}

/** One thing wrong, or worth a look, in one row. */
export interface RowRemark { readonly row: number; readonly title: string; readonly column: string; readonly sentence: string; /** What it may be the same as. */ readonly twin: { readonly id: number; readonly title: string; readonly href: string | null } | null }

/** What a sheet would bring: nothing is written yet. `good` = `open` + `change`. */
export interface ImportTrial {
  readonly rows: number; readonly good: number; readonly bad: number;
  readonly open: number; readonly change: number;
  /** Left as they are: present and told to be skipped, or the same as what stands. */
  readonly skip: number;
  readonly errors: readonly RowRemark[]; readonly notes: readonly RowRemark[];
}

/** An import that was ordered, as it goes on. */
export interface ImportState {
  readonly id: number; readonly register: string; readonly fileName: string; readonly sheet: string; readonly into: string | null;
  readonly by: string; readonly on: string; readonly mine: boolean;
  readonly state: 'running' | 'done' | 'undoing' | 'undone';
  /** Rows that were to be written; how many pieces of work are over. */
  readonly rows: number; readonly handled: number;
  readonly opened: number; readonly changed: number; readonly refused: number;
  /** Rows that were wrong when it was ordered. */
  readonly bad: number;
  readonly undone: number;
  /** Rows that were not written after all, or could not be undone, with why; the first 500. */
  readonly remarks: readonly { readonly row: number; readonly record: number | null; readonly number: string | null; readonly sentence: string }[];
}
