import type { Tx } from '../db/tx.ts';

/** Division of a case a resident belongs to; none when it is not theirs. Run as the resident. */
export async function ownDivisions(tx: Tx, caseId: number): Promise<number[]> {
  return (await tx.rows<{ division_id: number }>('select division_id from case_file where id = $1', [caseId])).map((row) => row.division_id);
}
