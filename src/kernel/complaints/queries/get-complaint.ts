import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { daysBetween, type PlainDate } from '../../values/plain-date.ts';
import type { ComplaintRow } from '../complaint.ts';
import { STATES } from '../states.ts';

export interface ComplaintAction { readonly step: string; readonly on: PlainDate; readonly by: string; readonly data: Readonly<Record<string, unknown>> }

/** One complaint with its record, and the grants and open cases of the household it is about. */
export default defineQuery({
  id: 'complaints.get-complaint', title: '看一件投诉', allow: { staff: true }, sensitive: true, input: z.strictObject({ complaintId: z.int().positive() }),
  async run(tx, input, by) {
    const row = await tx.find<ComplaintRow & { division: string; household: string | null; outcome: string | null } & Record<string, unknown>>(
      'select c.*, d.name as division, h.number as household from complaint c join division d on d.id = c.division_id left join household h on h.id = c.household_id where c.id = $1', [input.complaintId]);
    if (!row) throw new Refusal('complaint.not-found');
    by.saw('complaint', [row.id], '看投诉举报');
    // the household can read who looked at its record: that somebody complained is not told there
    if (row.household_id !== null) by.saw('household', [row.household_id], '监督检查');
    const registry = await loadRegistry();
    const actions = await tx.rows<ComplaintAction & Record<string, unknown>>('select step, on_day as on, actor_name as by, data from complaint_action where complaint_id = $1 order by seq', [row.id]);
    const grants = await tx.rows<{ id: number; benefit: string; state: string; fen: number }>(
      `select g.id, g.benefit, g.state, coalesce((select v.fen from grant_version v where v.grant_id = g.id and v.known_to is null and v.from_month <= $2 and (v.to_month is null or v.to_month > $2) limit 1), 0)::bigint as fen
         from benefit_grant g where g.household_id = $1 order by g.id`, [row.household_id, `${by.today.slice(0, 7)}-01`]);
    const cases = await tx.rows<{ id: number; number: string }>('select id, number from case_file where household_id = $1 and outcome is null order by id', [row.household_id]);
    return {
      id: row.id, number: row.number, version: row.version, about: row.about, matterTitle: registry.findMatter(row.matter)?.title ?? row.matter, division: shortDivisionName(row.division), receivedOn: row.received_on, how: row.how, content: row.content, named: row.named,
      restricted: row.restricted, state: row.state, stateTitle: STATES[row.state], outcome: row.outcome, answerBy: row.answer_by, daysLeft: row.answer_by === null ? null : daysBetween(by.today, row.answer_by), today: by.today,
      household: row.household, householdId: row.household_id, actions, cases, grants: grants.map((grant) => ({ ...grant, title: registry.findBenefit(grant.benefit)?.benefit.title ?? grant.benefit })),
    };
  },
});
