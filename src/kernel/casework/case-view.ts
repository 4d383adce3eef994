import type { PlainDate } from '../values/plain-date.ts';
import type { Assessment } from '../contract/rules.ts';

/** A case as its procedure sees it when it decides whether a step can be taken: facts only, no database. */
export interface CaseView {
  readonly id: number;
  readonly matter: string;
  readonly procedure: string;
  readonly openedOn: PlainDate;
  readonly today: PlainDate;
  readonly state: string;
  readonly stateSince: PlainDate;
  readonly version: number;
  /** Answers of the application form, as corrected by the survey. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Answers of the form the case was opened with, numbers masked. */
  readonly form: Readonly<Record<string, unknown>>;
  /** Tasks of the present state and whether they are done. */
  readonly tasks: readonly { readonly id: string; readonly done: boolean; readonly dueOn: PlainDate | null }[];
  /** Every action so far, oldest first. */
  readonly actions: readonly { readonly step: string; readonly from: string | null; readonly to: string; readonly on: PlainDate; readonly data: Readonly<Record<string, unknown>> }[];
  /** `missing`: masked names of who has not signed yet. */
  readonly authorisations: { readonly needed: number; readonly signed: number; readonly missing: readonly string[] };
  /**
   * Requests of the present round: `answered` whole, by the agency or by a clerk's finding; `failed` those an agency declared itself unable
   * to answer or let pass the deadline; `missing` names what is still open in words.
   */
  readonly verification: { readonly asked: number; readonly answered: number; readonly failed: number; readonly frozen: boolean; readonly missing: readonly string[] };
  /** The latest notice that was not withdrawn. */
  readonly notice: {
    readonly id: number; readonly scope: 'town' | 'county'; readonly state: string; readonly postedOn: PlainDate; readonly endsOn: PlainDate;
    readonly objections: number; readonly openObjections: number; readonly upheldObjections: number;
  } | null;
  readonly assessment: Assessment | null;
  /** For a case about a grant: what the grant is worth now, 分 a month, and where it stands. */
  readonly grant: { readonly id: number; readonly fen: number; readonly state: 'active' | 'suspended' | 'ended' } | null;
  /** Purposes for which a recorded draw fell on this case: it is looked at again before it goes on. */
  readonly drawn: readonly string[];
}
