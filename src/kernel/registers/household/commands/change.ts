import { z } from 'zod';
import { dayInput } from '../../../contract/door-fields.ts';
import { defineCommand } from '../../../contract/door.ts';
import { Refusal } from '../../../contract/refusal.ts';
import type { Tx } from '../../../db/tx.ts';
import type { HouseholdChange } from '../household-change.ts';
import { householdChangeInput } from '../household-change-input.ts';
import { recordHouseholdChange, type ChangedHousehold } from '../record-household-change.ts';

/**
 * 户籍变更登记 of households that draw nothing: who joined, left, split off, moved. Where a benefit is paid the change goes through its own procedure,
 * so that register and amount never part.
 */
export default defineCommand({
  id: 'household.change', title: '登记家庭变更', allow: { roles: ['village-clerk', 'town-clerk'] },
  input: z.strictObject({
    change: householdChangeInput, day: dayInput, reason: z.string().trim().min(2).max(200),
    /** Version of the household on the screen. */
    seen: z.number().int().positive(),
  }),
  async run(tx, input, by): Promise<{ readonly changed: readonly ChangedHousehold[] }> {
    const change: HouseholdChange = input.change;
    const home = await tx.find<{ version: number }>('select version from household where id = $1', [change.household]);
    if (!home) throw new Refusal('household.not-found');
    if (home.version !== input.seen) throw new Refusal('household.changed');
    const touched = [change.household, ...(change.is === 'transfer' ? [change.to] : change.is === 'merge' ? [change.into] : [])];
    if (change.is !== 'head' && await drawsBenefit(tx, touched)) throw new Refusal('household.pays-benefit');
    if (change.is === 'move' || change.is === 'split') await refuseUnlessVillage(tx, change.division);
    return { changed: await recordHouseholdChange(tx, by, change, input.day, input.reason) };
  },
});

export async function refuseUnlessVillage(tx: Tx, division: number): Promise<void> {
  const found = await tx.find<{ level: string }>('select level from division where id = $1', [division]);
  if (found?.level !== 'village') throw new Refusal('household.address-not-village');
}

const drawsBenefit = async (tx: Tx, households: readonly number[]): Promise<boolean> =>
  (await tx.rows(`select 1 from benefit_grant where household_id = any ($1) and state <> 'ended' limit 1`, [households])).length > 0;
