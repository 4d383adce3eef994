import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { shortDivisionName } from '../../../../kernel/registers/division/short-division-name.ts';

export interface RelativeFiling {
  readonly id: number;
  readonly number: string;
  readonly caseId: number;
  readonly caseNumber: string;
  /** Masked name of the applicant. */
  readonly name: string;
  readonly division: string;
  readonly office: string;
  readonly relative: string;
  readonly on: string;
  readonly by: string;
  /** Day of the compulsory visit by the confirming office; null = not yet. */
  readonly visitedOn: string | null;
  readonly outcome: string | null;
}

/** 近亲属备案登记簿: for the office that confirms and the auditor within their area, and for the town's own clerks their own entries. */
export default defineQuery({
  id: 'subsistence-allowance.list-relative-filings', title: '近亲属备案', allow: { roles: ['town-clerk', 'town-lead', 'approver', 'auditor'] }, sensitive: true, input: z.strictObject({}),
  async run(tx, _input, by): Promise<{ today: string; items: RelativeFiling[] }> {
    const { post } = by.caller;
    const own = post?.role === 'approver' || post?.role === 'auditor' ? null : (post?.divisionId ?? 0);
    const items = await tx.rows<RelativeFiling & Record<string, unknown>>(
      `select f.id, f.number, f.case_id as "caseId", c.number as "caseNumber", m.name_masked as name, d.name as division, o.name as office, f.relative, f.filed_on as "on", f.filed_by as "by",
              (select max(a.on_day) from case_action a where a.case_id = f.case_id and (a.step = 'county-visit' or (a.step = 'propose-approval' and a.data ->> 'countyVisited' = 'true'))) as "visitedOn", c.outcome
         from relative_filing f join case_file c on c.id = f.case_id join division d on d.id = f.division_id join division o on o.id = f.office_division_id
         left join case_member m on m.case_id = c.id and m.person_id = c.applicant_person_id
        where $1::int is null or f.office_division_id = $1 order by f.id desc limit 500`, [own]);
    by.saw('case', items.map((item) => item.caseId), '看近亲属备案');
    return { today: by.today, items: items.map((item) => ({ ...item, division: shortDivisionName(item.division), office: shortDivisionName(item.office) })) };
  },
});
