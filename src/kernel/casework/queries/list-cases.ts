import { z } from 'zod';
import { divisionInput, monthInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { planForArea } from '../../db/area-plan.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { caseCondition } from '../case-condition.ts';
import { getProcedure, type ProcedureSource } from '../case-registry.ts';
import { findState } from '../generic-steps.ts';
import { COUNTED_TO } from '../../values/counted.ts';
import type { PlainDate } from '../../values/plain-date.ts';

interface Row { id: number; number: string; matter: string; procedure: string; state: string; outcome: string | null; openedOn: PlainDate; stateSince: PlainDate; division: string; name: string; headcount: number }

/** Every case of the area, newest first; counted exactly to 1,000. Names are found by their beginning, numbers from the front or by their last digits. */
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
    const meant = await caseCondition(tx, by, input);
    const from = `from case_file c where ${meant.sql}`;
    const { values } = meant;
    const before = input.before === undefined ? '' : `and c.id < $${values.length + 1}::bigint`;
    // which rows first, what is told of them after: the page is fifty rows, the city hundreds of thousands
    const rows = await planForArea(tx, by.caller, input.find ? 'search' : 'in-order', () => tx.rows<Row & Record<string, unknown>>(
      `select c.id, c.number, c.matter, c.procedure, c.state, c.outcome, c.opened_on as "openedOn", c.state_since as "stateSince", d.name as division,
              (select m.name_masked from case_member m where m.case_id = c.id and m.person_id = c.applicant_person_id) as name,
              (select count(*)::int from case_member m where m.case_id = c.id) as headcount
         from (select c.* ${from} ${before} order by c.id desc limit ${input.limit}) c join division d on d.id = c.division_id order by c.id desc`, input.before === undefined ? values : [...values, input.before]));
    const { total } = await tx.one<{ total: number }>(`select count(*)::int as total from (select 1 ${from} limit ${COUNTED_TO + 1}) n`, values);
    by.saw('case', rows.map((row) => row.id), '查办件');
    return {
      lines: rows.map(({ procedure, ...row }) => ({ ...row, division: shortDivisionName(row.division), matterTitle: registry.findMatter(row.matter)?.title ?? row.matter, stateTitle: findState(getProcedure(registry, row.matter, procedure), row.state).title })),
      total: Math.min(total, COUNTED_TO), more: total > COUNTED_TO,
    };
  },
});
export default makeListCases(loadRegistry);
