import { z } from 'zod';
import type { ProcedureSource } from '../../casework/case-registry.ts';
import { defineCommand } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { planGrants } from '../plan-grants.ts';

/** After a case about a grant was closed: when the next review falls due. */
export const makeReplan = (source: ProcedureSource) => defineCommand({
  id: 'reviews.replan', title: '重排下次复核', allow: { roles: ['system'] }, input: z.strictObject({ caseId: z.int().positive() }),
  async run(tx, input, by) {
    const row = await tx.find<{ grant: number; benefit: string }>(
      'select g.id as grant, g.benefit from case_file c join benefit_grant g on g.id = c.grant_id or g.case_id = c.id where c.id = $1 and c.outcome is not null', [input.caseId]);
    const benefit = row ? (await source()).findBenefit(row.benefit)?.benefit : undefined;
    if (!row || !benefit?.reviews) return { planned: false };
    return { planned: (await planGrants(tx, benefit, by.today, { only: [row.grant], limit: 1 })) !== null };
  },
});
export default makeReplan(loadRegistry);
