import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { ProcedureSource } from '../case-registry.ts';
import { transferCase } from '../transfer-case.ts';

/** 转办: one press, nothing typed again but who of the household agreed. */
export const makeTransfer = (source: ProcedureSource) => defineCommand({
  id: 'casework.transfer', title: '转办', allow: { roles: ['town-clerk', 'town-lead', 'approver'] },
  input: z.strictObject({
    caseId: z.int().positive(), matter: z.string().max(60),
    agreedBy: z.string().trim().min(1, { message: '请写是谁同意的。' }).max(40), how: z.enum(['in-person', 'phone'], { message: '请选怎么同意的。' }),
  }),
  async run(tx, input, by) {
    return transferCase(tx, by, await source(), { caseId: input.caseId, matter: input.matter, agreed: { by: input.agreedBy, how: input.how } });
  },
});
export default makeTransfer(loadRegistry);
