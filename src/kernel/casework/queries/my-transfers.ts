import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { ProcedureSource } from '../case-registry.ts';
import { findCaseRow } from '../case-row.ts';
import { listTransfers } from '../list-transfers.ts';

/** Where one's own refused or ended case could go on without anything being filled in again: only what its law is met for. */
export interface MyTransfers {
  readonly offers: readonly { readonly matter: string; readonly title: string; readonly get: string; readonly intro: string; readonly explanation: string }[];
  readonly to: { readonly caseId: number; readonly number: string; readonly title: string } | null;
}

export const makeMyTransfers = (source: ProcedureSource) => defineQuery({
  id: 'casework.my-transfers', title: '我的申请可以转办什么', allow: { residents: true }, sensitive: true, input: z.strictObject({ caseId: z.int().positive() }),
  async run(tx, input, by): Promise<MyTransfers> {
    const registry = await source();
    const row = await findCaseRow(tx, input.caseId, false);
    if (!row) throw new Refusal('case.not-found');
    by.saw('case', [row.id], '看自己的申请能否转办');
    const to = await tx.find<{ caseId: number; number: string; matter: string }>('select c.id as "caseId", c.number, c.matter from case_origin o join case_file c on c.id = o.case_id where o.from_case_id = $1', [row.id]);
    if (to) return { offers: [], to: { caseId: to.caseId, number: to.number, title: registry.findMatter(to.matter)?.title ?? to.matter } };
    const decided = await tx.find(`select 1 from decision where case_id = $1 and outcome in ('refused', 'ended') and own_case_frozen($1)`, [row.id]);
    if (row.applicant_person_id !== by.caller.person || !decided) return { offers: [], to: null };
    const offers = (await listTransfers(tx, registry, row, by.today)).filter((one) => one.assessment.outcome === 'granted');
    return { offers: offers.map(({ matter, assessment }) => ({ matter: matter.id, title: matter.title, get: matter.portal?.get ?? matter.title, intro: matter.portal?.intro ?? '', explanation: assessment.explanation })), to: null };
  },
});
export default makeMyTransfers(loadRegistry);
