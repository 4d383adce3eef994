import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { readFile } from '../read-file.ts';

/** 一户一档: what has to be in the file of a household and year, what is, its sealed versions and what came after them. */
export const makeGetFile = (source: Parameters<typeof readFile>[1]) => defineQuery({
  id: 'dossier.get-file', title: '看档案', allow: { staff: true }, sensitive: true,
  input: z.strictObject({ household: z.int().positive(), year: z.int().min(1949).max(2999) }),
  async run(tx, input, by) {
    const file = await readFile(tx, source, input, by.today);
    if (!file) throw new Refusal('dossier.no-file');
    by.saw('household', [input.household], `看 ${input.year} 年档案`);
    return file;
  },
});
export default makeGetFile(loadRegistry);
