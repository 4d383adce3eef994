import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { ProcedureSource } from '../case-registry.ts';
import { findCaseRow } from '../case-row.ts';
import { transferCase } from '../transfer-case.ts';

/** 本人同意转办: who applied agrees on the phone that the refused or ended case goes on under another matter. One press. */
export const makeAgreeTransfer = (source: ProcedureSource) => defineCommand({
  id: 'casework.agree-transfer', title: '同意转办', allow: { residents: true },
  input: z.strictObject({ caseId: z.int().positive(), matter: z.string().max(60) }),
  scopeForResident: async (tx, input) => (await tx.rows<{ division_id: number }>('select division_id from case_file where id = $1', [input.caseId])).map((row) => row.division_id),
  async run(tx, input, by) {
    // the area of a command shows the neighbours' cases too: only the applicant's own
    const row = await findCaseRow(tx, input.caseId, false);
    if (!row || by.caller.person === null || row.applicant_person_id !== by.caller.person) throw new Refusal('case.not-found');
    return transferCase(tx, by, await source(), { caseId: input.caseId, matter: input.matter, agreed: { by: by.caller.account?.name ?? '本人', how: 'portal' } });
  },
});
export default makeAgreeTransfer(loadRegistry);
