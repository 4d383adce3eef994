import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { addDays, daysBetween, type PlainDate } from '../../values/plain-date.ts';

export interface MyRecognition {
  readonly id: number; readonly title: string; readonly matter: string; readonly certificate: string; readonly number: string; readonly from: PlainDate; readonly lastDay: PlainDate;
  readonly holds: boolean; readonly daysLeft: number | null; readonly endReason: string | null; readonly caseId: number; readonly renewed: boolean;
}

/** What the resident's own household is recognised as, until when. */
export default defineQuery({
  id: 'recognitions.my-recognitions', title: '我家的认定', allow: { residents: true }, sensitive: true, input: z.strictObject({}),
  async run(tx, _input, by): Promise<MyRecognition[]> {
    const { findBenefit } = await loadRegistry();
    const rows = await tx.rows<{ id: number; kind: string; number: string; from: PlainDate; until: PlainDate; endReason: string | null; caseId: number; householdId: number; renewed: boolean }>(
      `select r.id, r.kind, r.number, r.valid_from as "from", coalesce(r.ended_on, r.valid_to) as until, r.end_reason as "endReason", r.case_id as "caseId", r.household_id as "householdId",
              exists (select 1 from recognition n where n.renews = r.id) as renewed
         from recognition r where r.household_id in (select own_households()) order by r.valid_from desc, r.id desc limit 10`);
    by.saw('household', [...new Set(rows.map((row) => row.householdId))], '看自己家的认定');
    return rows.map((row) => {
      const found = findBenefit(row.kind);
      const holds = row.from <= by.today && by.today < row.until;
      return {
        id: row.id, title: found?.benefit.title ?? row.kind, matter: found?.matter.id ?? '', certificate: found?.benefit.recognises?.certificate ?? '证明', number: row.number, from: row.from, lastDay: addDays(row.until, -1),
        holds, daysLeft: holds ? daysBetween(by.today, row.until) : null, endReason: row.endReason, caseId: row.caseId, renewed: row.renewed,
      };
    });
  },
});
