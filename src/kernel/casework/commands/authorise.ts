import { z } from 'zod';
import { mandateOf } from '../../access/caller.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { assessCase } from '../assess-case.ts';
import { getProcedure, type ProcedureSource } from '../case-registry.ts';
import { findCaseRow } from '../case-row.ts';
import { ownDivisions } from '../own-divisions.ts';

/**
 * A member agrees that the household's means are checked. On the portal each signs for himself; what was signed on paper,
 * also by a guardian, a clerk records at the desk.
 */
export const makeAuthorise = (source: ProcedureSource) => defineCommand({
  id: 'casework.authorise', title: '授权核对', allow: { staff: true, residents: true, mandated: true },
  input: z.strictObject({
    caseId: z.int().positive(),
    /** At the desk: keys of the members who signed on paper. */
    members: z.array(z.string().max(40)).max(40).optional(),
    /** 监护人 who signed for a member without capacity, in words. */
    representedBy: z.string().max(60).optional(),
  }),
  scopeForResident: (tx, input) => ownDivisions(tx, input.caseId),
  async run(tx, input, by) {
    const registry = await source();
    const row = await findCaseRow(tx, input.caseId, true);
    if (!row) throw new Refusal('case.not-found');
    if (row.outcome !== null) throw new Refusal('case.closed');
    const staff = by.caller.post !== null;
    const mandate = mandateOf(by.caller);
    // each adult signs for himself; only a guardian signs in another's place
    if (mandate?.guardian === false) throw new Refusal('mandate.not-for-this');
    const members = await tx.rows<{ person_id: number }>(
      'select person_id from case_member where case_id = $1 and (case when $2 then $3::text[] is null or key = any ($3) else person_id = $4 end) order by id',
      [row.id, staff, input.members ?? null, by.caller.person]);
    if (members.length === 0) throw new Refusal('authorisation.not-member');
    await tx.run(
      `insert into authorisation (case_id, division_id, person_id, signed_on, how, represented_by)
       select $1, $2, p, $3, $4, $5 from unnest($6::bigint[]) p on conflict (case_id, person_id) do nothing`,
      [row.id, row.division_id, by.today, staff ? 'paper' : 'portal', staff ? (input.representedBy ?? null) : mandate === undefined ? null : `${mandate.helperName}（${mandate.relation}）`, members.map((member) => member.person_id)]);
    await assessCase(tx, registry, { row, procedure: getProcedure(registry, row.matter, row.procedure) });
    const counts = await tx.one<{ needed: number; signed: number }>(
      'select (select count(*)::int from case_member where case_id = $1) as needed, (select count(*)::int from authorisation where case_id = $1) as signed', [row.id]);
    return counts;
  },
});
export default makeAuthorise(loadRegistry);
