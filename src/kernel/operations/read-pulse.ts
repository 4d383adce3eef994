import { asDefiner } from '../db/as-definer.ts';
import type { City } from '../db/city.ts';

/** How a city's queue and sealing stand. Counts, and ages in seconds. */
export interface Pulse { readonly waiting: number; readonly running: number; readonly failed: number; readonly oldestDueSeconds: number; readonly unsealed: number; readonly oldestUnsealedSeconds: number; readonly lastSealed: string | null }

interface Row { waiting: number; running: number; failed: number; oldest_due_s: number; unsealed: number; oldest_unsealed_s: number; last_sealed: string | null }

export const PULSE_SQL = 'select * from pulse()';
export const toPulse = (row: Row): Pulse => ({
  waiting: row.waiting, running: row.running, failed: row.failed, oldestDueSeconds: Math.round(row.oldest_due_s), unsealed: row.unsealed, oldestUnsealedSeconds: Math.round(row.oldest_unsealed_s), lastSealed: row.last_sealed,
});

export const readPulse = (city: City): Promise<Pulse> => asDefiner(city, 'metrics', async (run) => toPulse((await run<Row>(PULSE_SQL))[0]!));
