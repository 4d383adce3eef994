import { z } from 'zod';
import { divisionInput, monthInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { getProcedure, type ProcedureSource } from '../case-registry.ts';
import { findState } from '../generic-steps.ts';
import type { PlainDate } from '../../values/plain-date.ts';

interface Row { id: number; number: string; matter: string; procedure: string; state: string; outcome: string | null; openedOn: PlainDate; stateSince: PlainDate; division: string; name: string; headcount: number }

/** Every case of the area, newest first; counted exactly to 1,000. Names are found by their beginning, numbers whole or by their last digits. */
export const makeListCases = (source: ProcedureSource) => defineQuery({
  id: 'casework.list-cases', title: '办件', allow: { staff: true }, sensitive: true,
  input: z.strictObject({
    matter: z.string().max(60).optional(), state: z.string().max(60).optional(), open: z.boolean().optional(), divisionId: divisionInput.optional(), householdId: z.int().optional(),
    find: z.string().trim().max(40).optional(),
    /** Month of application, YYYY-MM. */
    month: monthInput.optional(),
    before: z.int().optional(), limit: z.int().min(1).max(200).default(50),
  }),
  async run(tx, input, by) {
    const registry = await source();
    const from = `from case_file c join division d on d.id = c.division_id join person p on p.id = c.applicant_person_id
      where ($1::text is null or c.matter = $1) and ($2::text is null or c.state = $2) and ($3::boolean is null or (c.outcome is null) = $3)
        and ($4::int is null or c.division_id in (select divisions_under($4))) and ($5::bigint is null or c.household_id = $5)
        and ($6::text is null or c.number = $6 or right(c.number, 6) = lpad($6, 6, '0') or (p.name >= $6 and p.name < $6 || chr(1114111)) or p.name_initials = lower($6) or p.name_pinyin = lower($6))
        and ($7::text is null or to_char(c.opened_on, 'YYYY-MM') = $7)`;
    const values = [input.matter ?? null, input.state ?? null, input.open ?? null, input.divisionId ?? null, input.householdId ?? null, input.find || null, input.month ?? null];
    const rows = await tx.rows<Row & Record<string, unknown>>(
      `select c.id, c.number, c.matter, c.procedure, c.state, c.outcome, c.opened_on as "openedOn", c.state_since as "stateSince", d.name as division,
              (select m.name_masked from case_member m where m.case_id = c.id and m.person_id = c.applicant_person_id) as name,
              (select count(*)::int from case_member m where m.case_id = c.id) as headcount
         ${from} and ($8::bigint is null or c.id < $8) order by c.id desc limit $9`, [...values, input.before ?? null, input.limit]);
    const { total } = await tx.one<{ total: number }>(`select count(*)::int as total from (select 1 ${from} limit 1001) n`, values);
    by.saw('case', rows.map((row) => row.id), '查办件');
    return {
      lines: rows.map(({ procedure, ...row }) => ({ ...row, division: shortDivisionName(row.division), matterTitle: registry.findMatter(row.matter)?.title ?? row.matter, stateTitle: findState(getProcedure(registry, row.matter, procedure), row.state).title })),
      total: Math.min(total, 1000), more: total > 1000,
    };
  },
});
export default makeListCases(loadRegistry);
