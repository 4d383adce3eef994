import { z } from 'zod';
import { checkForm } from '../../contract/check-form.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { ProcedureSource } from '../case-registry.ts';
import { findDraft } from '../drafts.ts';
import { findProcedureFor, openCase, type OpenedCase } from '../open-case.ts';

/** A resident sends the draft. The same draft makes one application, however often it is sent. */
export const makeApply = (source: ProcedureSource) => defineCommand({
  id: 'casework.apply', title: '提交申请', allow: { residents: true, mandated: true },
  input: z.strictObject({ matter: z.string().max(60) }),
  scopeForResident: async (tx, input) => (await tx.rows<{ division_id: number }>(
    `select distinct coalesce(c.division_id, d.division_id) as division_id from case_draft d left join case_file c on c.id = d.case_id
      where d.matter = $1 and coalesce(c.division_id, d.division_id) is not null`, [input.matter])).map((row) => row.division_id),
  async run(tx, input, by): Promise<OpenedCase> {
    const registry = await source();
    const draft = await findDraft(tx, by.city, input.matter, { lock: true });
    if (!draft) return lastApplied(await tx.find<{ id: number; number: string; version: number }>(
      `select c.id, c.number, c.version from case_draft d join case_file c on c.id = d.case_id where d.matter = $1 order by d.id desc limit 1`, [input.matter]));
    if (draft.divisionId === null) throw new Refusal('case.division-unknown', { division: '没有选' });
    const procedure = await findProcedureFor(tx, by, registry, input.matter, draft.divisionId);
    const checked = checkForm(procedure.form, draft.values, { today: by.today, demo: by.city.demo });
    if (!checked.ok) throw new Refusal('input.invalid', { fields: checked.errors });
    const opened = await openCase(tx, by, registry, { matter: input.matter, values: checked.values, divisionId: draft.divisionId, draftId: draft.id, ...(by.caller.person === null ? {} : { applicant: by.caller.person }) });
    await tx.run('update case_draft set case_id = $2 where id = $1', [draft.id, opened.caseId]);
    return opened;
  },
});
export default makeApply(loadRegistry);

function lastApplied(row: { id: number; number: string; version: number } | undefined): OpenedCase {
  if (!row) throw new Refusal('case.no-draft');
  return { caseId: row.id, number: row.number, version: row.version };
}
