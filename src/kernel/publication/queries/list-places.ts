import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { publishedBenefits } from '../published.ts';

export interface PublishedPlace { readonly code: string; readonly name: string; readonly households: number }

/** Villages and communities under a town with how many households are published there. */
export default defineQuery({
  id: 'publication.list-places', title: '长期公布：哪些村居', allow: { anyone: true }, input: z.strictObject({ town: z.string().regex(/^\d{6,12}$/).optional() }),
  async run(tx, input, by): Promise<{ today: PlainDate; town: string; places: PublishedPlace[] }> {
    // a post is shown its own area, anyone else the town they name
    const town = await tx.find<{ id: number; name: string }>('select id, name from division where code = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)', [input.town ?? by.caller.post?.divisionCode ?? by.city.code, by.today]);
    if (!town) return { today: by.today, town: '', places: [] };
    const rows = await tx.rows<{ code: string; division: string; households: number }>('select code, division, households from published_counts($1, $2, $3)',
      [town.id, publishedBenefits(await loadRegistry(), by.today).map((one) => one.id), `${by.today.slice(0, 7)}-01`]);
    return { today: by.today, town: town.name, places: rows.map((row) => ({ code: row.code, name: shortDivisionName(row.division), households: row.households })) };
  },
});
