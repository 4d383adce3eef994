import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { ProcedureSource } from '../case-registry.ts';
import { findProcedureFor } from '../open-case.ts';

/** The form a case about a grant is opened with, by the procedure of today, and the case that stands open about it. */
export const makeGetGrantForm = (source: ProcedureSource) => defineQuery({
  id: 'casework.get-grant-form', title: '办理一份待遇的表', allow: { staff: true }, input: z.strictObject({ grantId: z.int().positive(), kind: z.enum(['review', 'change', 'stop']) }),
  async run(tx, input, by) {
    const registry = await source();
    const grant = await tx.find<{ benefit: string; division: number; state: string; open: number | null; openNumber: string | null; openKind: string | null }>(
      `select g.benefit, g.division_id as division, g.state, c.id as open, c.number as "openNumber", c.kind as "openKind"
         from benefit_grant g left join case_file c on c.grant_id = g.id and c.outcome is null where g.id = $1`, [input.grantId]);
    const matter = grant && registry.findBenefit(grant.benefit)?.matter;
    if (!grant || !matter) throw new Refusal('not-found');
    const procedure = await findProcedureFor(tx, by, registry, matter.id, grant.division, input.kind);
    return { form: procedure.form, title: procedure.title, law: procedure.law, state: grant.state, open: grant.open === null ? null : { caseId: grant.open, number: grant.openNumber ?? '', kind: grant.openKind ?? '' } };
  },
});
export default makeGetGrantForm(loadRegistry);
