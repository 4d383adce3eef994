import type { Tx } from '../db/tx.ts';
import type { FormValues } from '../contract/check-form.ts';
import type { Limit, Procedure, State } from '../contract/procedure.ts';
import type { ApplicationReader, FactsReader } from './application-reader.ts';
import type { GrantCaseReader } from './grant-case-reader.ts';

/** A state that may hold the case under a public notice. */
export interface CaseStateDeclaration extends State {
  /** A notice runs while the case stands here: posted on entering, it holds the decision. Limits of the state's tasks count from its last day. */
  readonly notice?: {
    readonly scope: 'town' | 'county';
    readonly limit: Limit;
    /** State the case goes to when an objection is upheld; the notice is then withdrawn. */
    readonly upheld: string;
  };
}

/** A procedure as casework runs it: with its notices, and how the answers of its form are read. */
export interface CaseProcedure extends Procedure {
  readonly states: Readonly<Record<string, CaseStateDeclaration>>;
  /** Who applies, and the facts the rules judge. Without it no application can be opened. */
  readonly reads?: ApplicationReader;
  /** How a case about a grant comes by its facts; stands where an application has `reads`. */
  readonly about?: GrantCaseReader;
  /** 转办: matters whose refused or ended case may be gone on with here, on the same facts and evidence, and the state it enters. */
  readonly takesOver?: readonly { readonly matter: string; readonly enters: string }[];
  /** Papers of the matter's own in the 打印 list of a case; `note` gives a date or number, or nothing where this case has no such paper. */
  readonly papers?: readonly CasePaper[];
  /** Another way to take an application in at the desk, beside the empty form. */
  readonly intake?: { readonly title: string; readonly path: string };
}

/** A page that prints a paper of a case; `$caseId` in its path is replaced. */
export interface CasePaper { readonly title: string; readonly path: string; readonly note: (tx: Tx, caseId: number) => Promise<string | undefined> }

/** What tells which benefit a case is about and whom its law counts, whatever its kind. */
export const readerOf = (procedure: CaseProcedure): FactsReader | undefined => procedure.reads ?? procedure.about;

/** The benefit a case is about, where one form asks for several kinds by its answers. Undefined when the matter gives nothing. */
export function benefitOf(procedure: CaseProcedure, form: FormValues): string | undefined {
  const benefit = readerOf(procedure)?.benefit;
  return typeof benefit === 'function' ? benefit(form) : benefit;
}

export const defineCaseProcedure = (procedure: CaseProcedure): CaseProcedure => procedure;

/** Papers of the matter's own that this case has, as the 打印 list shows them. */
export async function listPapers(tx: Tx, procedure: CaseProcedure, caseId: number): Promise<{ readonly title: string; readonly href: string; readonly note: string }[]> {
  const noted = [];
  for (const { title, path, note } of procedure.papers ?? []) noted.push({ title, href: path.replace('$caseId', String(caseId)), note: await note(tx, caseId) });
  return noted.flatMap((one) => (one.note === undefined ? [] : [{ ...one, note: one.note }]));
}
