import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { listFileYears } from '../file-years.ts';

/** Years in which a household has a file, the newest first. */
export default defineQuery({
  id: 'dossier.get-years', title: '有档案的年度', allow: { staff: true }, input: z.strictObject({ household: z.int().positive() }),
  run: async (tx, input): Promise<readonly number[]> => listFileYears(tx, input.household),
});
