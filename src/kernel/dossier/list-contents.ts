import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** One thing that lies in a file: what it is, when it came, and a digest over it as it was recorded. */
export interface DossierEntry { readonly kind: string; readonly id: number; readonly caseId: number | null; readonly on: PlainDate; readonly title: string; readonly digest: string }

// what is recorded once and never changed; columns of present state are left out of the digest
const whole = (alias: string, without = ''): string => `encode(sha256(convert_to((to_jsonb(${alias})${without})::text, 'UTF8')), 'hex')`;

/**
 * Everything in the file of a household and year, in the order an archivist lays it: case by case what was asked, signed, visited, checked, posted, decided and
 * filed, then what was taken over from a roster that year, then the months paid. Digests are over the rows themselves.
 */
export function listContents(tx: Tx, file: { household: number; year: number }): Promise<DossierEntry[]> {
  return tx.rows<DossierEntry & Record<string, unknown>>(
    `with cases as (select id from case_file where household_id = $1 and extract(year from opened_on) = $2),
     entries as (
       select 1 as part, a.seq::bigint as place, 'action' as kind, a.id, a.case_id, a.on_day as day, a.step as title, ${whole('a')} as digest from case_action a where a.case_id in (select id from cases)
       union all select 2, a.id, 'authorisation', a.id, a.case_id, a.signed_on, m.name_masked, ${whole('a')} from authorisation a join case_member m on m.case_id = a.case_id and m.person_id = a.person_id where a.case_id in (select id from cases)
       union all select 3, e.id, 'report', e.id, e.case_id, e.frozen_on, '核对报告', encode(e.digest, 'hex') from evidence e where e.case_id in (select id from cases)
       union all select 4, n.id, 'notice', n.id, n.case_id, n.posted_on, n.office_name, ${whole('n', " - 'withdrawn_on' - 'withdrawn_reason'")} from public_notice n where n.case_id in (select id from cases)
       union all select 5, o.id, 'objection', o.id, o.case_id, o.received_on, '异议', ${whole('o')} from objection o where o.case_id in (select id from cases)
       union all select 6, o.id, 'objection-answer', o.id, o.case_id, o.answered_on, '异议答复', ${whole('o')} from objection_answer o where o.case_id in (select id from cases)
       union all select 7, d.id, 'decision', d.id, d.case_id, d.decided_on, d.outcome, ${whole('d')} from decision d where d.case_id in (select id from cases)
       union all select 8, s.id, 'service', s.id, s.case_id, s.tried_on, s.how, ${whole('s')} from service_record s where s.case_id in (select id from cases)
       union all select 9, p.id, 'paper', p.id, p.case_id, p.filed_on, p.item, encode(f.sha256, 'hex') from dossier_paper p join stored_file f on f.id = p.file_id where p.household_id = $1 and p.year = $2
       union all select 10, g.id, 'takeover', g.id, null, g.first_month, v.reason, ${whole('v', " - 'known_to' - 'to_month' - 'kept_of'")} from benefit_grant g join grant_version v on v.id = (select min(o.id) from grant_version o where o.grant_id = g.id)
         where g.household_id = $1 and g.takeover_id is not null and extract(year from g.first_month) = $2
       union all select 11, l.id, 'roll-line', l.id, null, r.drawn_on, to_char(r.month, 'YYYY-MM'), encode(l.digest, 'hex') from roll_line l join roll r on r.id = l.roll_id
         where l.household_id = $1 and extract(year from r.month) = $2 and r.state = 'closed')
     select kind, id, case_id as "caseId", day as on, title, digest from entries order by case_id nulls last, part, place`, [file.household, file.year]);
}
