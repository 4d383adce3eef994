import type { DesignProblem } from './compare-declarations.ts';
import type { DeclarationState } from './declaration-rows.ts';
import type { OwnDeclaration } from './declaration-shape.ts';

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
  readonly changes: readonly string[]; readonly lasting: readonly string[]; readonly problems: readonly DesignProblem[];
  readonly editions: readonly EditionLine[];
}
