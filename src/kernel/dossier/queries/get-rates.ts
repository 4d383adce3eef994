import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { Registry } from '../../registry/registry.ts';
import { caseGapsSql } from '../case-gaps-sql.ts';

export interface TownRate { readonly id: number; readonly name: string; readonly files: number; readonly complete: number; /** Files of cases still under way. */ readonly open: number }

/** 档案齐全率 by town of the caller's area: of the files of a year in which a decision was taken, how many lack nothing. */
export const makeGetRates = (source: () => Promise<Pick<Registry, 'matters'>>) => defineQuery({
  id: 'dossier.get-rates', title: '档案齐全率', allow: { staff: true }, input: z.strictObject({ year: z.int().min(1949).max(2999) }),
  async run(tx, input, by): Promise<{ readonly year: number; readonly years: readonly number[]; readonly towns: readonly TownRate[] }> {
    const { matters } = await source();
    const towns = await tx.rows<TownRate & Record<string, unknown>>(
      `with gaps as (${caseGapsSql(matters, { day: '$1::date', known: '9007199254740991' })}),
       files as (select household_id, max(division_id) as division_id, bool_or(decided) as decided, coalesce(sum(cardinality(before || later)) filter (where decided), 0) = 0 as complete from gaps where year = $2 group by household_id)
       select t.id, t.name, count(*) filter (where f.decided)::int as files, count(*) filter (where f.decided and f.complete)::int as complete, count(*) filter (where not f.decided)::int as open
         from files f join division t on t.id = office_of(division_on(f.division_id, $1), 'town') group by t.id, t.name, t.code order by t.code`, [by.today, input.year]);
    const years = await tx.rows<{ year: number }>('select distinct extract(year from opened_on)::int as year from case_file where household_id is not null order by 1 desc');
    return { year: input.year, years: years.map((one) => one.year), towns };
  },
});
export default makeGetRates(loadRegistry);
