import { z } from 'zod';
import { dayInput, divisionInput } from '../../../contract/door-fields.ts';
import { defineQuery } from '../../../contract/door.ts';
import { type PlainDate } from '../../../values/plain-date.ts';
import { shortDivisionName } from '../short-division-name.ts';

export interface DivisionChoice {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** 太平社区 for 太平社区居民委员会 */
  readonly shortName: string;
  readonly level: string;
  /** False for the last level: nothing more to choose. */
  readonly hasChildren: boolean;
}

interface Found { id: number; code: string; name: string; level: string; has_children: boolean }

/** The divisions directly under one (default: the city) as of a day (default: today): the next step of choosing an address. */
export default defineQuery({
  id: 'division.list-children', title: '下级区划', allow: { anyone: true },
  input: z.strictObject({ division: divisionInput.optional(), day: dayInput.optional() }),
  async run(tx, input: { division?: number | undefined; day?: PlainDate | undefined }, by): Promise<DivisionChoice[]> {
    const rows = await tx.rows<Found>(
      `select d.id, d.code, d.name, d.level,
              exists (select 1 from division c where c.parent_id = d.id and c.valid_from <= $2 and (c.valid_to is null or c.valid_to > $2)) as has_children
         from division d
        where d.parent_id = coalesce($1, (select c.id from division c where c.code = $3 and c.valid_from <= $2 and (c.valid_to is null or c.valid_to > $2)))
          and d.valid_from <= $2 and (d.valid_to is null or d.valid_to > $2)
        order by d.code`, [input.division ?? null, input.day ?? by.today, by.city.code]);
    return rows.map((r) => ({ id: r.id, code: r.code, name: r.name, shortName: shortDivisionName(r.name), level: r.level, hasChildren: r.has_children }));
  },
});
