import type { Assessment, Ground } from '../contract/rules.ts';
import type { NewDecision } from './decide.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';

export interface DecisionRow {
  readonly id: number; readonly outcome: NewDecision['outcome']; readonly decidedOn: PlainDate; readonly firstMonth: string | null; readonly fen: number | null; readonly grounds: readonly Ground[];
  readonly assessment: Assessment; readonly statement: string; readonly decidedBy: string; readonly officeName: string; readonly evidenceDigest: string | null;
}

/** The decision of a case, if one was taken. */
export async function getDecision(tx: Tx, caseId: number): Promise<DecisionRow | null> {
  return (await tx.find<DecisionRow & Record<string, unknown>>(
    `select id, outcome, decided_on as "decidedOn", first_month as "firstMonth", fen, grounds, assessment, statement, decided_by as "decidedBy", office_name as "officeName",
            encode(evidence_digest, 'hex') as "evidenceDigest" from decision where case_id = $1 order by id desc limit 1`, [caseId])) ?? null;
}
