import { z } from 'zod';
import type { NewDecision } from '../../casework/decide.ts';
import { decisionWords } from '../../casework/decision-words.ts';
import { defineQuery } from '../../contract/door.ts';
import { plainTitleOf } from '../../contract/matter.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { daysBetween, type PlainDate } from '../../values/plain-date.ts';

export interface UnservedDecision {
  readonly decisionId: number; readonly caseId: number; readonly number: string; readonly name: string; readonly matter: string; readonly matterTitle: string; readonly outcome: NewDecision['outcome']; readonly outcomeTitle: string; readonly decidedOn: PlainDate; readonly days: number; readonly division: string;
  readonly tries: number; readonly lastFailure: string | null;
  /** Of a paper on public announcement: the day it will count as served. */
  readonly until: PlainDate | null;
}

/** Decisions that have not reached the person yet, the oldest first. A review that kept a grant as it was takes nothing from anybody: its paper is given to whoever asks for it. */
export default defineQuery({
  id: 'service.list-unserved', title: '还没有送达的决定', allow: { staff: true }, sensitive: true, input: z.strictObject({ limit: z.int().min(1).max(5000).default(200) }),
  async run(tx, input, by): Promise<{ today: PlainDate; lines: UnservedDecision[] }> {
    const rows = await tx.rows<Omit<UnservedDecision, 'days' | 'matterTitle' | 'outcomeTitle'> & { procedure: string } & Record<string, unknown>>(
      `select d.id as "decisionId", d.case_id as "caseId", p.number, m.name_masked as name, c.matter, c.procedure, d.outcome, d.decided_on as "decidedOn", v.name as division,
              (select count(*)::int from service_record s where s.decision_id = d.id and s.served_on is null) as tries, (select s.because from service_record s where s.decision_id = d.id and s.served_on is null order by s.id desc limit 1) as "lastFailure",
              (select s.served_on from service_record s where s.decision_id = d.id and s.served_on > $1) as until
         from decision d join decision_paper p on p.decision_id = d.id join case_file c on c.id = d.case_id join division v on v.id = d.division_id
         left join case_member m on m.case_id = c.id and m.person_id = c.applicant_person_id
        where d.outcome <> 'kept' and not exists (select 1 from service_record s where s.decision_id = d.id and s.served_on <= $1) order by d.decided_on, d.id limit $2`, [by.today, input.limit]);
    by.saw('case', rows.map((row) => row.caseId), '看没有送达的决定');
    const registry = await loadRegistry();
    return { today: by.today, lines: rows.map(({ procedure, ...row }) => ({ ...row, division: shortDivisionName(row.division), outcomeTitle: decisionWords(registry.findMatter(row.matter)?.procedures?.find((one) => one.id === procedure), row.outcome), days: daysBetween(row.decidedOn, by.today), matterTitle: plainTitleOf(registry.findMatter(row.matter) ?? { title: row.matter }) })) };
  },
});
