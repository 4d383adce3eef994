import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { wholeAssessments } from '../whole-assessments.ts';
import { maskName } from '../../values/name-mask.ts';

interface VersionRow extends Record<string, unknown> {
  readonly id: number; readonly fromMonth: string; readonly toMonth: string | null; readonly state: 'paid' | 'suspended' | 'ended'; readonly persons: number; readonly hukouKind: string; readonly fen: number; readonly basis: string; readonly change: string;
  readonly reason: string; readonly assessment: unknown; readonly superseded: boolean;
}

/** A grant with its history: what each month is worth, what was recorded before we knew better, what was paid. */
export default defineQuery({
  id: 'benefits.get-grant',
  title: '看一份待遇',
  allow: { staff: true },
  sensitive: true,
  input: z.strictObject({ grant: z.int().positive() }),
  async run(tx, input, by) {
    const grant = await tx.find<{ id: number; benefit: string; state: string; version: number; householdId: number; household: string; caseId: number | null; takeover: string | null; firstMonth: string; lastMonth: string | null }>(
      `select g.id, g.benefit, g.state, g.version, g.household_id as "householdId", h.number as household, g.case_id as "caseId", t.document_title as takeover, to_char(g.first_month, 'YYYY-MM') as "firstMonth", to_char(g.last_month, 'YYYY-MM') as "lastMonth"
         from benefit_grant g join household h on h.id = g.household_id left join grant_takeover t on t.id = g.takeover_id where g.id = $1`, [input.grant]);
    if (!grant) throw new Refusal('not-found');
    by.saw('household', [grant.householdId], '看待遇');
    const versions = await wholeAssessments(tx, await tx.rows<VersionRow>(
      `select v.id, to_char(v.from_month, 'YYYY-MM') as "fromMonth", to_char(v.to_month, 'YYYY-MM') as "toMonth", v.state, v.persons, v.hukou_kind as "hukouKind", v.fen, v.basis, v.change, v.reason, version_assessment(v.assessment, v.kept_of) as assessment, (v.known_to is not null) as superseded
         from grant_version v where v.grant_id = $1 order by v.known_to is not null, v.from_month, v.id`, [grant.id]));
    const lines = await tx.rows<{ version: number; item: string; person: string | null; fen: number; funding: string | null }>(
      `select l.version_id as version, l.item, p.name as person, l.fen, l.funding from grant_line l left join person p on p.id = l.person_id where l.version_id = any ($1) order by l.id`, [versions.map((version) => version.id)]);
    const paid = await tx.rows<{ month: string; paid: number; due: number; returned: number }>(
      `select to_char(for_month, 'YYYY-MM') as month, coalesce(sum(fen) filter (where kind = 'paid'), 0)::bigint as paid, coalesce(sum(fen) filter (where kind = 'due'), 0)::bigint as due, coalesce(sum(fen) filter (where kind = 'returned'), 0)::bigint as returned
         from ledger_entry where grant_id = $1 group by for_month order by for_month desc limit 60`, [grant.id]);
    const plans = await tx.rows<{ totalFen: number; monthlyFen: number; reason: string }>('select total_fen as "totalFen", monthly_fen as "monthlyFen", reason from recovery_plan where grant_id = $1 order by id desc', [grant.id]);
    return { ...grant, versions: versions.map((version) => ({ ...version, lines: lines.filter((line) => line.version === version.id).map(({ item, person, fen, funding }) => ({ item, person: person === null ? null : maskName(person), fen, funding })) })), months: paid, plans };
  },
});
