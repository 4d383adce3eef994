import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { undoImport } from '../import/undo-import.ts';

/** 撤销导入: takes an imported roster back, whole or not at all, as long as no decision, case or payment rests on any of its rows. */
export default defineCommand({
  id: 'subsistence-allowance.undo-import', title: '撤销导入', allow: { roles: ['town-clerk', 'approver'] },
  input: z.strictObject({ import: z.int().positive(), reason: z.string().trim().min(1).max(200) }),
  run: (tx, input, by) => undoImport(tx, by, input.import, input.reason),
});
