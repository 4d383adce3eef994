import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';

export interface ServedDecision { readonly id: number; readonly case_id: number; readonly division_id: number; readonly decided_on: PlainDate; readonly served_on: PlainDate | null; readonly applicant: number }

/** A decision with the day it was served, if it was. */
export async function findDecision(tx: Tx, id: number): Promise<ServedDecision> {
  const row = await tx.find<ServedDecision & Record<string, unknown>>(
    `select d.id, d.case_id, d.division_id, d.decided_on, c.applicant_person_id as applicant, (select s.served_on from service_record s where s.decision_id = d.id and s.served_on is not null) as served_on
       from decision d join case_file c on c.id = d.case_id where d.id = $1`, [id]);
  if (!row) throw new Refusal('service.no-decision');
  return row;
}
