import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';

export interface Held { readonly standing: string; readonly personId: number; readonly until: PlainDate | null }

/** What persons hold from a day on that excludes a standing, or that standing itself: what and until when, never where. */
export const listHeld = (tx: Tx, standing: string, persons: readonly number[], from: PlainDate): Promise<Held[]> =>
  tx.rows<Held & Record<string, unknown>>('select standing, person_id as "personId", until from standings_held($1, $2, daterange($3, null)) order by person_id, standing', [standing, persons, from]);
