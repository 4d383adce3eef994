import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { DESK_ROLES } from '../desk-roles.ts';

/** 收回授权: by the principal, by the helper who no longer wants to, or at the window. Holds at once: the next press of the helper is refused. */
export default defineCommand({
  id: 'mandates.end-mandate', title: '收回授权', allow: { roles: DESK_ROLES, residents: true },
  input: z.strictObject({ mandate: z.int().positive(), reason: z.string().trim().max(200).optional() }),
  scopeForResident: async (tx, input) => (await tx.rows<{ division_id: number }>('select division_id from mandate where id = $1', [input.mandate])).map((row) => row.division_id),
  async run(tx, input, by) {
    const found = await tx.find<{ division_id: number; principal: number; helper: number | null }>(
      'select division_id, principal_person_id as principal, helper_person_id as helper from mandate where id = $1', [input.mandate]);
    if (!found || (!by.caller.post && by.caller.person !== found.principal && by.caller.person !== found.helper)) throw new Refusal('mandate.not-found');
    const ended = await tx.run(
      `insert into mandate_end (mandate_id, division_id, ended_on, ended_by, reason) values ($1, $2, $3, $4, $5) on conflict (mandate_id) do nothing`,
      [input.mandate, found.division_id, by.today, by.caller.account?.name ?? '', input.reason || null]);
    if (ended === 0) throw new Refusal('mandate.over');
    return { ended: by.today };
  },
});
