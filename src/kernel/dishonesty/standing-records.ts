import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';

export interface StandingRecord { readonly personId: number; readonly number: string; readonly ground: string; readonly decidedOn: PlainDate; readonly until: PlainDate }

/** Records in force against any of these people, wherever they were made. */
export const listStanding = (tx: Tx, persons: readonly number[], day: PlainDate): Promise<StandingRecord[]> =>
  tx.rows<StandingRecord & Record<string, unknown>>('select person_id as "personId", number, ground, decided_on as "decidedOn", until from dishonesty_of($1, $2) order by until desc', [persons, day]);

/** Called where an office would take the short way (a review kept as it stands, by itself or in bulk): whoever gave false information goes the long one for the period. */
export async function refuseFastTrack(tx: Tx, persons: readonly number[], day: PlainDate): Promise<void> {
  const standing = await listStanding(tx, persons, day);
  if (standing.length > 0) throw new Refusal('dishonesty.no-fast-track', { count: new Set(standing.map((one) => one.personId)).size, until: standing[0]?.until });
}
