import { z } from 'zod';
import { dayInput } from '../../../contract/door-fields.ts';
import { defineQuery } from '../../../contract/door.ts';
import { type PlainDate } from '../../../values/plain-date.ts';
import { shortDivisionName } from '../short-division-name.ts';

export interface FoundDivision {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly level: string;
  /** From the city down, without it: 小榄镇 · 绩西社区 */
  readonly path: string;
}

interface Row { id: number; code: string; name: string; level: string; above: string[] }

/** Divisions of this city by the head of their name, or by whole code, as of a day: at most 20, towns before villages. */
export default defineQuery({
  id: 'division.find', title: '查找区划', allow: { anyone: true },
  input: z.strictObject({ text: z.string().trim().min(1).max(40), day: dayInput.optional() }),
  async run(tx, input: { text: string; day?: PlainDate | undefined }, by): Promise<FoundDivision[]> {
    const rows = await tx.rows<Row>(
      `with here as materialized (
         select divisions_under(c.id) as id from division c where c.code = $3 and c.valid_from <= $2 and (c.valid_to is null or c.valid_to > $2)
       )
       select d.id, d.code, d.name, d.level,
              (select array_agg(a.name order by a.depth desc) from divisions_above(d.id) a where a.level not in ('province', 'city') and a.depth > 0) as above
         from division d join here using (id)
        where (starts_with(d.name, $1) or d.code = $1) and d.valid_from <= $2 and (d.valid_to is null or d.valid_to > $2)
        order by length(d.code), d.code limit 20`, [input.text, input.day ?? by.today, by.city.code]);
    return rows.map((r) => ({ id: r.id, code: r.code, name: r.name, level: r.level, path: [...(r.above ?? []), shortDivisionName(r.name)].join(' · ') }));
  },
});
