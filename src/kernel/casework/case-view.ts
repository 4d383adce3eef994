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
  /** Tasks of the present state and whether they are done. */
  readonly tasks: readonly { readonly id: string; readonly done: boolean; readonly dueOn: PlainDate | null }[];
  /** Every action so far, oldest first. */
  readonly actions: readonly { readonly step: string; readonly on: PlainDate; readonly data: Readonly<Record<string, unknown>> }[];
  readonly authorisations: { readonly needed: number; readonly signed: number };
  readonly verification: { readonly asked: number; readonly answered: number; readonly failed: number; readonly frozen: boolean };
  readonly notice: { readonly scope: 'town' | 'county'; readonly postedOn: PlainDate; readonly endsOn: PlainDate; readonly objections: number; readonly openObjections: number } | null;
  readonly assessment: Assessment | null;
}
