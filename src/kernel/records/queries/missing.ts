import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import type { Expected, Register } from '../../contract/register.ts';
import { columnOf, subTableOf, tableOf } from '../../registry/check-register.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { registerInput } from '../door-input.ts';
import { getReadable } from '../read/get-readable.ts';
import { standingStates } from '../rules/judge-record.ts';
import { ruralSql } from '../rules/rural-sql.ts';
import { whereSql } from '../rules/where-sql.ts';

export interface MissingPlace { readonly id: number; readonly code: string; readonly name: string; readonly shortName: string; readonly parent: string; /** Ids from the place above it down to itself. */ readonly way: readonly number[] }
export interface Missing { readonly all: number; readonly rows: readonly MissingPlace[] }

/** 缺口: divisions of the caller's area that are to have a record that stands and have none, on a day. Of a register that expects nothing: none. */
export default defineQuery({
  id: 'records.missing', title: '台账缺口', allow: { staff: true }, input: z.strictObject({ register: registerInput, asOf: dayInput }),
  async run(tx, input, by): Promise<Missing> {
    const { register } = await getReadable(tx, by, input.register);
    const { expected } = register;
    if (expected === undefined) return { all: 0, rows: [] };
    const rows = await tx.rows<Omit<MissingPlace, 'way' | 'shortName'> & { above: number | null; has: boolean }>(
      `with kept as (select place from places_of(array(${expected.entries === undefined ? heldBy(register, expected) : namedIn(register, expected.entries)}), $1, $3), (select $2::text[]) used)
       select d.id, d.code, d.name, coalesce(p.name, '') as parent, p.id as above, d.id in (select place from kept) as has from division d left join division p on p.id = d.parent_id
        where d.level = $3${expected.rural ? ` and ${ruralSql('d')}` : ''} and d.id = any ((select caller_divisions())::int[]) and d.valid_from <= $1::date and (d.valid_to is null or d.valid_to > $1::date) order by d.code`,
      [input.asOf, standingStates(register), expected.every]);
    return { all: rows.length, rows: rows.filter((row) => !row.has).map(({ id, code, name, parent, above }) => ({ id, code, name, shortName: shortDivisionName(name), parent, way: above === null ? [id] : [above, id] })) };
  },
});

/** Divisions records that stand on the day lie in. */
const heldBy = (register: Register, expected: Expected): string => `select distinct t.division_id from ${tableOf(register)} t
  where t.known_to is null and t.valid_from <= $1::date and (t.valid_to is null or t.valid_to > $1::date) and t.state = any ($2::text[])${whereSql(register.fields, expected.where, 't')}`;

/** Divisions that entries name, from the first of the year to the day. */
const namedIn = (register: Register, { sub, field }: { readonly sub: string; readonly field: string }): string => `select distinct e.${columnOf(field)} from ${subTableOf(register, { id: sub })} e
  where e.known_to is null and e.what <> 'taken-back' and e.${columnOf(field)} is not null and e.on_day between date_trunc('year', $1::date)::date and $1::date
    and exists (select from register_record r where r.id = e.record_id and not r.taken_back)`;
