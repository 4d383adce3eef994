import type { Tx } from '../db/tx.ts';

/** Years in which a household has a file, the newest first: a case was opened, or its benefit was taken over from a roster. */
export const listFileYears = async (tx: Tx, household: number): Promise<number[]> => (await tx.rows<{ year: number }>(
  `select extract(year from opened_on)::int as year from case_file where household_id = $1
   union select extract(year from first_month)::int from benefit_grant where household_id = $1 and takeover_id is not null order by 1 desc`, [household])).map((row) => row.year);
