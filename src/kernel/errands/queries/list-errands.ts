import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { daysBetween, type PlainDate } from '../../values/plain-date.ts';

export interface Errand {
  readonly id: number; readonly kind: string; readonly title: string; readonly because: string; readonly openedOn: PlainDate; readonly days: number; readonly division: string; readonly roles: readonly string[]; readonly mine: boolean;
  readonly caseId: number | null; readonly grantId: number | null; readonly householdId: number | null; readonly personId: number | null; readonly sourceId: number;
  readonly doneOn: PlainDate | null; readonly doneBy: string | null; readonly result: string | null;
}

/** 交办事项 of the area, the open ones first and the oldest on top. */
export default defineQuery({
  id: 'errands.list-errands', title: '交办事项', allow: { staff: true }, sensitive: true, input: z.strictObject({ done: z.boolean().default(false), limit: z.int().min(1).max(5000).default(100) }),
  async run(tx, input, by): Promise<{ today: PlainDate; errands: Errand[] }> {
    const rows = await tx.rows<Omit<Errand, 'days' | 'mine'> & Record<string, unknown>>(
      `select e.id, e.kind, e.title, e.because, e.opened_on as "openedOn", d.name as division, e.roles, e.case_id as "caseId", e.grant_id as "grantId", e.household_id as "householdId", e.person_id as "personId",
              e.source_id as "sourceId", e.done_on as "doneOn", e.done_by as "doneBy", e.result
         from errand e join division d on d.id = e.division_id where (e.done_on is not null) = $1 order by e.done_on desc nulls last, e.opened_on, e.id limit $2`, [input.done, input.limit]);
    by.saw('case', rows.flatMap((row) => (row.caseId === null ? [] : [row.caseId])), '看交办事项');
    const role = by.caller.post?.role ?? '';
    return { today: by.today, errands: rows.map((row) => ({ ...row, division: shortDivisionName(row.division), days: daysBetween(row.openedOn, row.doneOn ?? by.today), mine: row.roles.includes(role) })) };
  },
});
