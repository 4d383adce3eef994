import type { PlainDate } from '../values/plain-date.ts';

/** A recognised household as lists and pages show it. */
export interface RecognitionRow extends Record<string, unknown> {
  readonly id: number;
  readonly kind: string;
  readonly number: string;
  readonly verifyCode: string;
  readonly householdId: number;
  readonly household: string;
  readonly head: string | null;
  readonly caseId: number;
  readonly version: number;
  readonly persons: number;
  readonly place: string;
  readonly from: PlainDate;
  /** First day it no longer holds. */
  readonly until: PlainDate;
  readonly ended: boolean;
  readonly endReason: string | null;
  readonly renewed: boolean;
}

/** Columns of `recognition r` for a RecognitionRow; joins by RECOGNITION_JOINS. */
export const RECOGNITION_COLUMNS = `r.id, r.kind, r.number, r.verify_code as "verifyCode", r.household_id as "householdId", h.number as household, p.name as head, r.case_id as "caseId", r.version,
  (select count(distinct rp.person_id)::int from recognition_person rp where rp.recognition_id = r.id) as persons, d.name as place, r.valid_from as "from", coalesce(r.ended_on, r.valid_to) as until,
  r.ended_on is not null as ended, r.end_reason as "endReason", exists (select 1 from recognition n where n.renews = r.id) as renewed`;
export const RECOGNITION_JOINS = 'join household h on h.id = r.household_id join division d on d.id = r.division_id left join person p on p.id = h.head_person_id';

export type RecognitionState = 'coming' | 'holding' | 'expired' | 'ended';
export function stateOf(row: Pick<RecognitionRow, 'from' | 'until' | 'ended'>, today: PlainDate): RecognitionState {
  if (row.until <= today) return row.ended ? 'ended' : 'expired';
  return row.from > today ? 'coming' : 'holding';
}
