import { asDefiner } from '../db/as-definer.ts';
import type { City } from '../db/city.ts';

/** How often this asker has asked at this door within the minute, this time included. `asker` is a digest. */
export const countRequest = (city: City, door: string, asker: Buffer): Promise<number> =>
  asDefiner(city, 'limits', async (run) => (await run<{ asked: number }>('select count_request($1, $2) as asked', [door, asker]))[0]?.asked ?? 0);
