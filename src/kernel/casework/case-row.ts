import type { Assessment } from '../contract/rules.ts';
import type { CaseOutcome, ProcedureKind } from '../contract/procedure.ts';
import type { Tx } from '../db/tx.ts';
import type { OverallState } from './overall-clock.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** A case as its current row holds it. */
export interface CaseRow {
  readonly id: number;
  readonly number: string;
  readonly matter: string;
  readonly procedure: string;
  readonly kind: ProcedureKind;
  /** The grant a case of another kind than an application is about. */
  readonly grant_id: number | null;
  readonly opened_on: PlainDate;
  readonly household_id: number | null;
  readonly applicant_person_id: number;
  readonly division_id: number;
  readonly state: string;
  readonly state_since: PlainDate;
  readonly state_seq: number;
  readonly version: number;
  readonly outcome: CaseOutcome | null;
  readonly paused_since: PlainDate | null;
  readonly overall: OverallState | null;
  readonly form: Readonly<Record<string, unknown>>;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly assessment: Assessment | null;
}

const COLUMNS = `id, number, matter, procedure, kind, grant_id, opened_on, household_id, applicant_person_id, division_id, state, state_since, state_seq, version, outcome,
  paused_since, overall, form, facts, assessment`;

/** The row, locked for the length of the transaction when it is about to change. Undefined outside the caller's area. */
export const findCaseRow = (tx: Tx, id: number, lock: boolean): Promise<CaseRow | undefined> =>
  tx.find<CaseRow & Record<string, unknown>>(`select ${COLUMNS} from case_file where id = $1${lock ? ' for update' : ''}`, [id]);

export const getCaseRow = (tx: Tx, id: number): Promise<CaseRow> =>
  tx.one<CaseRow & Record<string, unknown>>(`select ${COLUMNS} from case_file where id = $1`, [id]);
