import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { columnOf, tableOf } from '../../registry/check-register.ts';
import { registerInput } from '../door-input.ts';
import { getReadable } from '../read/get-readable.ts';
import { fieldOrRefuse } from '../read/list-conditions.ts';
import { readLinks } from '../read/read-links.ts';
import { wordsOf } from '../read/words-of.ts';
import { standingStates } from '../rules/judge-record.ts';

export interface CountRow { readonly key: string; readonly title: string; readonly stock: number; readonly opened: number; readonly ended: number }

/** 在册、新增、退出 of a register: on a day and within a period, broken down by division, state, or a field that is counted. */
export default defineQuery({
  id: 'records.count', title: '台账统计', allow: { staff: true },
  input: z.strictObject({ register: registerInput, asOf: dayInput, from: dayInput, to: dayInput, by: z.string().max(40), level: z.enum(['county', 'town', 'village']).default('town') }),
  async run(tx, input, by): Promise<CountRow[]> {
    const { register } = await getReadable(tx, by, input.register);
    const field = input.by === 'division' || input.by === 'state' ? undefined : fieldOrRefuse(register, input.by);
    const key = field === undefined ? (input.by === 'state' ? 't.state' : 't.division_id') : field.kind === 'choices' ? `unnest(coalesce(t.${columnOf(field.key)}, array['']))` : `coalesce(t.${columnOf(field.key)}::text, '')`;
    // the present and the past walked apart, each by the index of its area: what stands on the day, and of the present what came or went in the period
    const standing = 't.valid_from <= $1::date and t.state = any ($4::text[])';
    const within = (column: string): string => `t.${column} >= $2::date and t.${column} < $3::date`;
    const seen = `select key, count(*) filter (where standing) as stock, count(*) filter (where came) as opened, count(*) filter (where went) as ended
        from (select ${key} as key, ${standing} as standing, ${within('opened_on')} as came, ${within('ended_on')} as went from ${tableOf(register)} t where t.known_to is null and t.valid_to is null
              union all select ${key}, true, false, false from ${tableOf(register)} t where t.known_to is null and t.valid_to is not null and t.valid_to > $1::date and ${standing}) counted
       where standing or came or went group by key`;
    const rows = await tx.rows<{ key: string; stock: number; opened: number; ended: number }>(
      input.by === 'division' ? `with seen as materialized (${seen}), placed as (select * from places_of(array(select key from seen), $1, $5))
       select p.id::text as key, sum(stock)::bigint as stock, sum(opened)::bigint as opened, sum(ended)::bigint as ended from seen join placed on placed.division_id = seen.key join division p on p.id = placed.place group by p.id, p.code order by p.code`
      : `select key, stock, opened, ended from (${seen}) s, (select $5::text) used order by key`,
      [input.asOf, input.from, input.to, standingStates(register), input.level]);
    const titles = await titlesOf();
    return rows.map((row) => ({ ...row, title: titles(row.key) }));

    async function titlesOf(): Promise<(key: string) => string> {
      if (input.by === 'state') return (one) => register.states[one]?.title ?? one;
      if (field !== undefined && field.kind !== 'division' && field.kind !== 'link') return (one) => (one === '' ? '（没有写）' : wordsOf(field.kind === 'choices' ? { ...field, kind: 'choice' } : field, field.kind === 'yes-no' ? one === 'true' : one));
      const ids = rows.flatMap((row) => (row.key === '' ? [] : [Number(row.key)]));
      const links = await readLinks(tx, field?.kind === 'link' ? [field] : [], ids.map((id) => (field?.kind === 'link' ? { [columnOf(field.key)]: id } : { division_id: id })));
      return (one) => (one === '' ? '（没有写）' : field?.kind === 'link' ? links.record.get(Number(one))?.title ?? '' : links.division.get(Number(one))?.name ?? '');
    }
  },
});
