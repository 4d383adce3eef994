import { z } from 'zod';
import { divisionCodes } from '../../casework/find-office.ts';
import type { ProcedureSource } from '../../casework/case-registry.ts';
import { plainTitleOf } from '../../contract/matter.ts';
import { defineQuery } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { month } from '../../values/month.ts';
import { dueDay } from '../next-review.ts';
import { pickCycle } from '../pick-cycle.ts';

interface Row extends Record<string, unknown> {
  readonly grant: number; readonly benefit: string; readonly division: number; readonly state: 'active' | 'suspended' | 'ended'; readonly class: string | null; readonly because: string | null; readonly setBy: 'rules' | 'clerk' | null; readonly months: number | null;
  readonly due: string | null; readonly countedFrom: string | null; readonly caseId: number | null; readonly number: string | null; readonly kind: string | null;
}

/** What can be done about the grants of a household: the class and month of its next review, the case that stands open, and pages of the matter's own. */
export const makeGetForHousehold = (source: ProcedureSource) => defineQuery({
  id: 'reviews.get-for-household', title: '一户的复核和办理', allow: { staff: true }, sensitive: true, input: z.strictObject({ household: z.int().positive() }),
  async run(tx, input, by) {
    const registry = await source();
    const rows = await tx.rows<Row>(
      `select g.id as grant, g.benefit, g.division_id as division, g.state, p.class, p.because, p.set_by as "setBy", p.months, to_char(p.due_month, 'YYYY-MM') as due, to_char(p.counted_from, 'YYYY-MM') as "countedFrom",
              c.id as "caseId", c.number, c.kind
         from benefit_grant g left join review_plan p on p.grant_id = g.id left join case_file c on c.grant_id = g.id and c.outcome is null where g.household_id = $1 order by g.id desc`, [input.household]);
    by.saw('household', [input.household], '看复核和办理');
    return Promise.all(rows.map(async (row) => {
      const found = registry.findBenefit(row.benefit);
      const path = await divisionCodes(tx, row.division);
      const cycle = found && pickCycle(found.benefit, path, by.today);
      const kinds = (['review', 'stop'] as const).filter((kind) => found && registry.findProcedure(found.matter.id, path, by.today, kind) !== undefined);
      return {
        ...row, title: found ? plainTitleOf(found.matter) : row.benefit, kinds, classes: cycle?.classes.map(({ id, title }) => ({ id, title })) ?? [], law: cycle?.law ?? null,
        className: cycle?.classes.find((one) => one.id === row.class)?.title ?? row.class, dueOn: row.due === null ? null : dueDay(month(row.due)),
        pages: (found?.benefit.pages ?? []).map((page) => ({ title: page.title, href: page.path.replace('$householdId', String(input.household)) })),
      };
    }));
  },
});
export default makeGetForHousehold(loadRegistry);
