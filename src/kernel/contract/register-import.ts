/** Where a sheet comes from: a workbook that was sent, or cells copied from one (tab-separated lines). */
export type SheetSource = { readonly file: number } | { readonly pasted: string };

/**
 * What a column of a sheet is taken for: a field's key, or one of what every record has. `$division`: the name or code of whose area it lies in;
 * `$openedOn`: the day it holds from; `$state`: a state by its title; `$person.name`, `$person.idNumber`: whose it is; null: not read.
 */
export type ColumnMeaning = string | null;
export const COMMON_MEANINGS = { division: '$division', openedOn: '$openedOn', state: '$state', personName: '$person.name', personNumber: '$person.idNumber' } as const;

/** One column of a sheet as it was found. */
export interface SheetColumn { readonly at: number; readonly heading: string; /** What stands in its first cells; confidential columns are masked. */ readonly samples: readonly string[]; readonly meaning: ColumnMeaning }

/** A sheet before anything is taken from it. */
export interface SheetRead {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly SheetColumn[];
  /** The columns are understood as they were the last time a sheet with these headings came. */
  readonly remembered: boolean;
}

/** How a sheet is to be taken in: the meaning of its columns by their place, and what holds where a row does not say it. */
export interface ImportPlan { readonly columns: Readonly<Record<string, ColumnMeaning>>; readonly division: number; readonly openedOn: string; readonly state: string }

/** One thing wrong, or worth a look, in one row. */
export interface RowRemark { readonly row: number; readonly title: string; readonly column: string; readonly sentence: string; /** What it may be the same as. */ readonly twin: { readonly id: number; readonly title: string; readonly href: string | null } | null }

/** What a sheet would bring: nothing is written yet. */
export interface ImportTrial { readonly rows: number; readonly good: number; readonly bad: number; readonly errors: readonly RowRemark[]; readonly notes: readonly RowRemark[] }

/** What was written. `left`: rows that were not, for the sheet to correct. */
export interface ImportDone { readonly written: number; readonly left: number }
