import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { readCasePapers } from '../read-case-papers.ts';

/** Every paper of a case as it is printed and filed. */
export default defineQuery({
  id: 'dossier.get-papers', title: '一件的全部表单', allow: { staff: true }, sensitive: true, input: z.strictObject({ caseId: z.int().positive() }),
  run: async (tx, input, by) => ({ papers: await readCasePapers(tx, by, input.caseId), demo: by.city.demo }),
});
