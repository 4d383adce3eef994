import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { ProcedureSource } from '../case-registry.ts';
import type { OpenedCase } from '../open-case.ts';
import { openChange } from '../open-change.ts';

export const changeRequest = z.strictObject({ grant: z.int().positive(), values: z.record(z.string(), z.unknown()) });
export const changeAllow = { residents: true, roles: ['village-clerk', 'town-clerk', 'town-lead'] } as const;

/** Divisions of one's own grants. Run as the resident. */
export const grantDivisions = async (tx: Tx, grant: number): Promise<number[]> =>
  (await tx.rows<{ division_id: number }>('select division_id from benefit_grant where id = $1', [grant])).map((row) => row.division_id);

/** A resident reaches own grants only; the area of a command alone would show the neighbours' too. */
export async function refuseOthers(tx: Tx, by: CommandContext, grant: number): Promise<void> {
  if (by.caller.post) return;
  if (!(await tx.find('select 1 from benefit_grant where id = $1 and household_id in (select own_households())', [grant]))) throw new Refusal('not-found');
}

/** 报告变化: the household itself on the phone, or a clerk for it, says what happened at home. */
export const makeReportChange = (source: ProcedureSource) => defineCommand({
  id: 'casework.report-change', title: '报告家庭变化', allow: changeAllow, input: changeRequest,
  scopeForResident: (tx, input) => grantDivisions(tx, input.grant),
  async run(tx, input, by): Promise<OpenedCase> {
    await refuseOthers(tx, by, input.grant);
    return openChange(tx, by, await source(), { grantId: input.grant, values: input.values, how: by.caller.post ? 'desk' : 'portal' });
  },
});
export default makeReportChange(loadRegistry);
