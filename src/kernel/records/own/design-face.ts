import type { DesignProblem } from './compare-declarations.ts';
import type { DeclarationState } from './declaration-rows.ts';
import type { OwnDeclaration, OwnDeclarationSent } from './declaration-shape.ts';

/** What a column of an old sheet becomes: a field of some kind; what every record has (where it lies, its state: `COMMON_MEANINGS`); or it is not taken over. */
export type ColumnUse = OwnDeclarationSent['fields'][number]['kind'] | `$${string}`;
export const NOT_READ = '$none';

/** A column of the sheet a design is begun from. Samples of what will be confidential are masked. */
export interface DesignColumn { readonly at: number; readonly heading: string; readonly samples: readonly string[]; readonly use: ColumnUse; /** By what it was taken for that. */ readonly why: string }

/** A design begun from the bureau's old sheet, to be looked over and gone on with. */
export interface DesignFromSheet {
  readonly fileName: string; readonly sheet: string; readonly rows: number; readonly headRows: readonly number[];
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  readonly columns: readonly DesignColumn[];
  readonly declaration: OwnDeclarationSent;
}

/** The sheet a design was begun from, where it is kept: tried and imported later. */
export interface DesignSource { readonly file: number; readonly name: string; readonly sheet?: string; readonly headRow?: number }

/** One line of the list of registers the bureau makes. */
export interface DesignLine {
  readonly register: string; readonly title: string; readonly purpose: string; readonly line: string;
  readonly version: number; readonly state: DeclarationState; readonly step: number; readonly note: string;
  readonly by: string; readonly on: string;
  /** The reader drafted this edition himself: another looks it over. */
  readonly mine: boolean;
  /** Edition in force; null before the first, and after it was withdrawn. */
  readonly inForce: number | null;
  readonly records: number;
}

export interface EditionLine { readonly step: number; readonly version: number; readonly state: DeclarationState; readonly by: string; readonly on: string; readonly note: string }

/** What a designer chooses from. */
export interface DesignChoices {
  readonly lines: readonly { readonly id: string; readonly title: string }[];
  readonly roles: readonly { readonly id: string; readonly title: string }[];
  readonly registers: readonly { readonly id: string; readonly title: string }[];
}

/** A design as it is on the screen of whoever works on it. */
export interface DesignPage {
  readonly register: string; readonly version: number; readonly state: DeclarationState; readonly step: number; readonly note: string; readonly mine: boolean;
  readonly declaration: OwnDeclaration;
  /** Keys of fields and options that already have a column or may stand in one: not to be retyped or dropped. */
  readonly published: OwnDeclaration | null;
  readonly withdrawn: boolean;
  /** The old sheet it was begun from, as far as the reader may open it. */
  readonly source: DesignSource | null;
  readonly changes: readonly string[]; readonly lasting: readonly string[]; readonly problems: readonly DesignProblem[];
  readonly editions: readonly EditionLine[];
}
