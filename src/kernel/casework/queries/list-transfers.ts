import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { ProcedureSource } from '../case-registry.ts';
import { listTransfers } from '../list-transfers.ts';
import { loadCase } from '../load-case.ts';

export interface TransferOffer { readonly matter: string; readonly title: string; readonly fits: boolean; readonly explanation: string }
export interface Transfers {
  readonly offers: readonly TransferOffer[];
  readonly from: { readonly caseId: number; readonly number: string; readonly title: string } | null;
  readonly to: { readonly caseId: number; readonly number: string; readonly title: string } | null;
}

/** Where a refused or ended case could go on, where it came from and where it went. */
export const makeListTransfers = (source: ProcedureSource) => defineQuery({
  id: 'casework.list-transfers', title: '可以转办什么', allow: { staff: true }, sensitive: true, input: z.strictObject({ caseId: z.int().positive() }),
  async run(tx, input, by): Promise<Transfers> {
    const registry = await source();
    const { row } = await loadCase(tx, registry, input.caseId, by.today);
    by.saw('case', [row.id], '看能否转办');
    const [from] = await tx.rows<{ caseId: number; number: string; matter: string }>('select c.id as "caseId", c.number, c.matter from case_origin o join case_file c on c.id = o.from_case_id where o.case_id = $1', [row.id]);
    const [to] = await tx.rows<{ caseId: number; number: string; matter: string }>('select c.id as "caseId", c.number, c.matter from case_origin o join case_file c on c.id = o.case_id where o.from_case_id = $1', [row.id]);
    const titled = (one: { caseId: number; number: string; matter: string } | undefined): Transfers['from'] =>
      (one === undefined ? null : { caseId: one.caseId, number: one.number, title: registry.findMatter(one.matter)?.title ?? one.matter });
    const decided = await tx.find(`select 1 from decision d join evidence e on e.case_id = d.case_id where d.case_id = $1 and d.outcome in ('refused', 'ended')`, [row.id]);
    const offers = decided === undefined || to !== undefined ? [] : await listTransfers(tx, registry, row, by.today);
    return {
      offers: offers.map(({ matter, assessment }) => ({ matter: matter.id, title: matter.title, fits: assessment.outcome === 'granted', explanation: assessment.explanation })),
      from: titled(from), to: titled(to),
    };
  },
});
export default makeListTransfers(loadRegistry);
