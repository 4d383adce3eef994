import { wholeAssessments } from '../whole-assessments.ts';
import { plainTitleOf } from '../../contract/matter.ts';
import { z } from 'zod';
import { citeLaw, type LawReference } from '../../contract/law.ts';
import { defineQuery } from '../../contract/door.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';

interface Mine extends Record<string, unknown> {
  readonly grant: number; readonly householdId: number; readonly benefit: string; readonly state: 'active' | 'suspended' | 'ended'; readonly firstMonth: string; readonly lastMonth: string | null;
  /** Case whose decision the amount rests on; null for a grant taken over from a roster. */
  readonly caseId: number | null;
  readonly fen: number; readonly persons: number; /** What made the present version: phase-out is 渐退期. */ readonly change: string; readonly reason: string; readonly explanation: string | null; readonly assessment: unknown; readonly basis: 'assessment' | 'takeover';
}

/** The decision by which nothing is paid now: its ground, and who took it when. */
interface Stopped { readonly caseId: number; readonly outcome: string; readonly decidedOn: PlainDate; readonly office: string; readonly statement: string; readonly law: LawReference | null }

/** 我家领的: each grant of the resident's own household, why it is this much, and what arrived month by month. */
export default defineQuery({
  id: 'benefits.my-grants',
  title: '我家领的待遇',
  allow: { residents: true },
  sensitive: true,
  input: z.strictObject({}),
  async run(tx, _input, by) {
    const month = `${by.today.slice(0, 7)}-01`;
    const rows = await tx.rows<Mine & { id: number }>(
      `select coalesce(v.id, 0) as id, g.id as grant, g.household_id as "householdId", g.benefit, g.state, to_char(g.first_month, 'YYYY-MM') as "firstMonth", to_char(g.last_month, 'YYYY-MM') as "lastMonth",
              coalesce(v.case_id, g.case_id) as "caseId",
              coalesce(v.fen, 0) as fen, coalesce(v.persons, 0) as persons, coalesce(v.change, '') as change, coalesce(v.reason, '') as reason, version_assessment(v.assessment, v.kept_of) as assessment, coalesce(v.basis, 'assessment') as basis
         from benefit_grant g
         left join lateral (
           select * from grant_version x where x.grant_id = g.id and x.known_to is null and x.from_month <= greatest($1::date, g.first_month) and (x.to_month is null or x.to_month > greatest($1::date, g.first_month)) limit 1) v on true
        where g.household_id in (select own_households()) order by g.id desc`, [month]);
    const grants = (await wholeAssessments(tx, rows)).map(({ id: _id, ...grant }) => ({ ...grant, explanation: (grant.assessment as { explanation?: string } | null)?.explanation ?? null }) as Mine);
    const payments = await tx.rows<{ grant: number; month: string; on: string; kind: 'paid' | 'returned'; fen: number; reason: string | null }>(
      `select e.grant_id as grant, to_char(e.for_month, 'YYYY-MM') as month, e.booked_on as on, e.kind, sum(e.fen)::bigint as fen, max(p.reason) as reason
         from ledger_entry e left join payment_event p on p.line_id = e.line_id and p.kind = 'failed'
        where e.household_id in (select own_households()) and e.kind in ('paid', 'returned') group by e.grant_id, e.for_month, e.booked_on, e.kind, e.line_id order by e.for_month desc, e.booked_on desc, e.kind limit 120`);
    by.saw('household', [...new Set(grants.map((grant) => grant.householdId))], '看自己家的待遇');
    const stops = await tx.rows<Stopped & { grant: number } & Record<string, unknown>>(
      `select distinct on (d.grant_id) d.grant_id as grant, d.case_id as "caseId", d.outcome, d.decided_on as "decidedOn", d.office_name as office, d.statement, d.grounds->0->'law' as law
         from decision d where d.grant_id = any ($1) and d.outcome in ('suspended', 'ended', 'resumed') order by d.grant_id, d.id desc`, [grants.map((grant) => grant.grant)]);
    const stopOf = (grant: Mine): Omit<Stopped, 'law'> & { law: string | null } | null => {
      const found = grant.state === 'active' ? undefined : stops.find((one) => one.grant === grant.grant);
      return found === undefined ? null : { caseId: found.caseId, outcome: found.outcome, decidedOn: found.decidedOn, office: found.office, statement: found.statement, law: found.law === null ? null : citeLaw(found.law) };
    };
    const registry = await loadRegistry();
    return grants.map((grant) => ({ ...grant, stopped: stopOf(grant), matter: registry.findBenefit(grant.benefit)?.matter.id ?? '', title: plainTitleOf(registry.findBenefit(grant.benefit)?.matter ?? { title: grant.benefit }), payments: payments.filter((payment) => payment.grant === grant.grant).map(({ grant: _grant, ...payment }) => payment) }));
  },
});
