import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import type { Month } from '../values/month.ts';
import { firstDay, monthOfDay, type GrantKey } from './grant-version.ts';

export interface GrantRow extends GrantKey {
  readonly state: 'active' | 'suspended' | 'ended';
  readonly firstMonth: Month;
  readonly version: number;
}

/** Locks a grant for a change; refuses when it was changed since the caller saw it, or when the month lies before its first. */
export async function takeGrant(tx: Tx, id: number, from: Month, seen?: number): Promise<GrantRow> {
  const row = await tx.find<{ id: number; benefit: string; household_id: number; division_id: number; state: GrantRow['state']; first_month: string; version: number }>(
    'select id, benefit, household_id, division_id, state, first_month, version from benefit_grant where id = $1 for update', [id]);
  if (!row) throw new Refusal('not-found');
  if (seen !== undefined && seen !== row.version) throw new Refusal('grant.stale');
  if (firstDay(from) < row.first_month) throw new Refusal('grant.before-first', { first: monthOfDay(row.first_month) });
  return { id: row.id, benefit: row.benefit, householdId: row.household_id, divisionId: row.division_id, state: row.state, firstMonth: monthOfDay(row.first_month), version: row.version };
}

/** The current state beside the history, taken forward with it. */
export async function setGrantState(tx: Tx, id: number, state: GrantRow['state'], lastMonth: Month | null): Promise<void> {
  await tx.run('update benefit_grant set state = $2, last_month = $3, version = version + 1 where id = $1', [id, state, lastMonth === null ? null : firstDay(lastMonth)]);
}
