import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';

/** Years in which a household has a file, the newest first. */
export default defineQuery({
  id: 'dossier.get-years', title: '有档案的年度', allow: { staff: true }, input: z.strictObject({ household: z.int().positive() }),
  run: async (tx, input): Promise<readonly number[]> => (await tx.rows<{ year: number }>('select distinct extract(year from opened_on)::int as year from case_file where household_id = $1 order by 1 desc', [input.household])).map((row) => row.year),
});
