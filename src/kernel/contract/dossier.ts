import type { CaseOutcome, ProcedureKind } from './procedure.ts';
import type { LawReference } from './law.ts';

/** What shows that a paper of the file is really there. */
export type Proof =
  /** The application as it was taken down when the case was opened. */
  | { readonly is: 'opened' }
  /** Every member of the case signed for the check of means. */
  | { readonly is: 'authorisations' }
  /** One of these steps was taken, its form filled and signed. */
  | { readonly is: 'step'; readonly steps: readonly string[] }
  /** A notice of this office ran its days and was not withdrawn. */
  | { readonly is: 'notice'; readonly scope: 'town' | 'county' }
  /** The report of the check, frozen. */
  | { readonly is: 'report' }
  | { readonly is: 'decision' }
  /** The decision reached whom it concerns. */
  | { readonly is: 'served' }
  /** A scan or photograph was filed under this item: one for the case, or one for each member. */
  | { readonly is: 'paper'; readonly each: 'case' | 'member' }
  /** Every closed roll of the year in which the benefit ran has the household's line. */
  | { readonly is: 'roll-lines' }
  | { readonly is: 'any'; readonly of: readonly Proof[] };

/** 归档材料: one line of the checklist. */
export interface DossierItem {
  readonly key: string;
  readonly title: string;
  readonly proof: Proof;
  /** When it has to be there: before the benefit is approved, or after the decision. */
  readonly due: 'approval' | 'after-decision';
  /** Only for cases of these procedures, or that ended so; left out = all. */
  readonly procedures?: readonly string[];
  readonly outcomes?: readonly CaseOutcome[];
  readonly law?: LawReference;
}

/** 一户一档 of a matter: what has to lie in the file of a case of each kind, and the parameter that says whether a gap holds up the approval. */
export interface Dossier {
  readonly lists: Readonly<Partial<Record<ProcedureKind, readonly DossierItem[]>>>;
  /** A choice parameter by division: `block` or `flag`. */
  readonly gate: string;
}
export const defineDossier = (dossier: Dossier): Dossier => dossier;
