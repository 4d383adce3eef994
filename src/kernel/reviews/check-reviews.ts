import { assess } from '../benefits/assess.ts';
import { readFacts } from '../benefits/read-facts.ts';
import { readerOf, type CaseProcedure } from '../casework/case-procedure.ts';
import { getProcedure, type CaseRegistry } from '../casework/case-registry.ts';
import { divisionCodes } from '../casework/find-office.ts';
import type { Benefit } from '../contract/matter.ts';
import type { ReviewAnswer } from '../contract/reviews.ts';
import type { Assessment } from '../contract/rules.ts';
import type { Tx } from '../db/tx.ts';
import { loadBook } from '../policy/load-book.ts';
import { maskName } from '../values/name-mask.ts';
import { formatYuan, type Fen } from '../values/money.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** What a review knows of one household before anybody judges it. */
export interface ReviewFound {
  /** True for a grant taken over without facts: its amount was decided elsewhere and cannot be computed again. */
  readonly untold: boolean;
  readonly fen: number;
  readonly assessment: Assessment | null;
  readonly facts: unknown;
  readonly dead: readonly string[];
  readonly left: readonly string[];
  readonly joined: readonly string[];
  readonly unanswered: readonly string[];
  readonly answers: readonly ReviewAnswer[];
}

/** Sentences for everything that differs from what the grant rests on; none = it can go on as it is. Pure. */
export function listDifferences(found: ReviewFound, reviews: Benefit['reviews']): string[] {
  const register = [
    ...found.dead.map((name) => `${name}已登记死亡`), ...found.left.map((name) => `${name}已不在这一户`), ...found.joined.map((name) => `${name}是新增的成员`),
    ...found.unanswered.map((what) => `核对还没有答复：${what}`),
  ];
  const answered = reviews?.differences(found.untold ? null : found.facts, found.answers) ?? [];
  return [...register, ...answered, ...(found.untold || found.assessment === null ? [] : judged(found.assessment, found.fen))];
}

function judged(assessment: Assessment, fen: number): string[] {
  if (assessment.outcome === 'granted') {
    return assessment.fen === fen ? [] : [`按现在的情况和标准应为每月 ${formatYuan(assessment.fen)} 元，现发 ${formatYuan(fen as Fen)} 元`];
  }
  return assessment.grounds.filter((ground) => ground.result !== 'met').map((ground) => ground.because);
}

interface CaseRow extends Record<string, unknown> {
  readonly id: number; readonly grant: number; readonly matter: string; readonly procedure: string; readonly division: number; readonly opened: PlainDate; readonly facts: unknown; readonly untold: boolean; readonly fen: number; readonly from: PlainDate;
  readonly authorised: readonly string[]; readonly dead: readonly string[]; readonly left: readonly string[]; readonly joined: readonly string[];
}

/** Looks at open reviews again, judges their facts by the law of their opening day and the standards of today, and keeps what differs with the plan. By case. */
export async function checkReviews(tx: Tx, registry: CaseRegistry, benefit: Benefit, caseIds: readonly number[], today: PlainDate): Promise<Map<number, { differences: string[]; untold: boolean; fen: number; assessment: Assessment | null }>> {
  const rows = await readCases(tx, caseIds, today);
  const asked = Map.groupBy(await readAsked(tx, caseIds), (one) => one.caseId);
  const book = await loadBook(tx);
  const codes = new Map<number, string[]>();
  const result = new Map<number, { differences: string[]; untold: boolean; fen: number; assessment: Assessment | null }>();
  for (const row of rows) {
    let divisions = codes.get(row.division);
    if (!divisions) codes.set(row.division, divisions = await divisionCodes(tx, row.division));
    const assessment = judge(benefit, getProcedure(registry, row.matter, row.procedure), row, { book, divisions, day: row.opened, moneyDay: row.from > today ? row.from : today });
    const own = asked.get(row.id) ?? [];
    const found: ReviewFound = {
      untold: row.untold, fen: row.fen, assessment, facts: row.facts, dead: row.dead.map(maskName), left: row.left.map(maskName), joined: row.joined.map(maskName),
      unanswered: [...new Set(own.filter((one) => one.answer === null).map((one) => `${one.name}`))],
      answers: own.flatMap((one) => (one.answer === null ? [] : [{ member: one.member, agency: one.agency, items: one.answer.items ?? [] }])),
    };
    result.set(row.id, { differences: listDifferences(found, benefit.reviews), untold: row.untold, fen: row.fen, assessment });
  }
  await saveChecks(tx, rows, result, today);
  return result;
}

function judge(benefit: Benefit, procedure: CaseProcedure, row: CaseRow, at: Parameters<typeof assess>[2]): Assessment | null {
  const read = readFacts(benefit, readerOf(procedure)?.withCase?.(row.facts, { authorised: row.authorised }) ?? row.facts);
  return read.ok ? assess(benefit, read.facts, at) : null;
}

/** Names of grant persons who died or left, and of members who came since the last look: the register speaks before anybody asks. */
const readCases = (tx: Tx, ids: readonly number[], today: PlainDate): Promise<CaseRow[]> => tx.rows<CaseRow>(
  `select c.id, c.grant_id as grant, c.matter, c.procedure, c.division_id as division, c.opened_on as opened, c.facts, version_facts(v.facts, v.kept_of) is null as untold, coalesce(v.fen, 0) as fen, coalesce(v.from_month, c.opened_on) as from,
          coalesce((select array_agg(m.key) from case_member m join authorisation a on a.case_id = m.case_id and a.person_id = m.person_id where m.case_id = c.id), '{}') as authorised,
          coalesce((select array_agg(p.name order by p.id) from version_person gp join person p on p.id = gp.person_id where gp.version_id = v.id and p.death_date is not null), '{}') as dead,
          coalesce((select array_agg(p.name order by p.id) from version_person gp join person p on p.id = gp.person_id
                     where gp.version_id = v.id and p.death_date is null
                       and not exists (select 1 from household_member h where h.household_id = c.household_id and h.person_id = gp.person_id and h.known_to is null and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2))), '{}') as left,
          coalesce((select array_agg(p.name order by p.id) from household_member h join person p on p.id = h.person_id
                     where h.household_id = c.household_id and h.known_to is null and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2) and h.valid_from > coalesce(last.day, '2000-01-01')
                       and not exists (select 1 from version_person gp where gp.version_id = v.id and gp.person_id = h.person_id)), '{}') as joined
     from case_file c
     left join lateral (select * from grant_version v where v.grant_id = c.grant_id and v.known_to is null and v.state = 'paid'
                         order by v.from_month <= $2 desc, case when v.from_month <= $2 then v.from_month end desc, v.from_month limit 1) v on true
     left join lateral (select max(d.decided_on) as day from decision d where d.grant_id = c.grant_id or d.case_id = v.case_id) last on true
    where c.id = any ($1) and c.kind = 'review' and c.outcome is null order by c.id`, [ids, today]);

interface Asked extends Record<string, unknown> { readonly caseId: number; readonly member: string; readonly name: string; readonly agency: string; readonly answer: { readonly items?: ReviewAnswer['items'] } | null }

/** Requests of the present round with the latest answer of each. */
const readAsked = (tx: Tx, ids: readonly number[]): Promise<Asked[]> => tx.rows<Asked>(
  `select r.case_id as "caseId", r.member_key as member, m.name_masked as name, r.agency, case when r.state in ('answered', 'manual') then a.answer end as answer
     from verification_request r join case_member m on m.case_id = r.case_id and m.person_id = r.person_id
     left join lateral (select answer from verification_answer a where a.request_id = r.id order by a.id desc limit 1) a on true
    where r.case_id = any ($1) and r.round = (select max(round) from verification_request x where x.case_id = r.case_id) order by r.id`, [ids]);

async function saveChecks(tx: Tx, rows: readonly CaseRow[], result: ReadonlyMap<number, { differences: string[]; assessment: Assessment | null }>, today: PlainDate): Promise<void> {
  await tx.run(
    `update review_plan p set differences = (select coalesce(array_agg(d.value), '{}') from jsonb_array_elements_text(c.differences) d), checked_on = $3
       from unnest($1::bigint[], $2::jsonb[]) as c (grant_id, differences) where p.grant_id = c.grant_id`,
    [rows.map((row) => row.grant), rows.map((row) => JSON.stringify(result.get(row.id)?.differences ?? [])), today]);
  await tx.run(
    `update case_file f set assessment = c.assessment from unnest($1::bigint[], $2::jsonb[]) as c (id, assessment) where f.id = c.id and c.assessment is not null`,
    [rows.map((row) => row.id), rows.map((row) => { const one = result.get(row.id)?.assessment; return one ? JSON.stringify(one) : null; })]);
}
