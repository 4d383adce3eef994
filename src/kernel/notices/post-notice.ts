import { shortDivisionName } from '../registers/division/short-division-name.ts';
import type { CaseRow } from '../casework/case-row.ts';
import type { Office } from '../casework/find-office.ts';
import { AppError, Refusal } from '../contract/refusal.ts';
import type { Assessment } from '../contract/rules.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { addDays } from '../values/plain-date.ts';

export interface NoticeRequest {
  readonly case: Pick<CaseRow, 'id' | 'division_id' | 'matter' | 'applicant_person_id'>;
  /** Members the law counts. */
  readonly headcount: number;
  readonly state: string;
  readonly scope: 'town' | 'county';
  /** Calendar days, counted from the day after posting. */
  readonly days: number;
  readonly office: Office;
  /** Boards and screens it hangs on, in words. */
  readonly place: unknown;
}

/** Puts a household on public notice: masked name of the applicant, number of persons, amount a month. Nothing else of it becomes public. */
export async function postNotice(tx: Tx, by: CommandContext, notice: NoticeRequest): Promise<number> {
  const { assessment, division: name } = await tx.one<{ assessment: Assessment | null; division: string }>(
    'select c.assessment, d.name as division from case_file c join division d on d.id = c.division_id where c.id = $1', [notice.case.id]);
  if (!assessment) throw new Refusal('notice.no-amount');
  const division = shortDivisionName(name);
  const applicant = await tx.find<{ name: string }>('select name_masked as name from case_member where case_id = $1 and person_id = $2', [notice.case.id, notice.case.applicant_person_id]);
  if (!applicant) throw new AppError('case.no-applicant', `the applicant of case ${notice.case.id} is none of its members`);
  const { id } = await tx.one<{ id: number }>(
    `insert into public_notice (case_id, division_id, matter, state, scope, name_masked, headcount, fen, office_name, division_name, place, posted_on, ends_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
    [notice.case.id, notice.case.division_id, notice.case.matter, notice.state, notice.scope, applicant.name, notice.headcount, assessment.fen, notice.office.name, division,
      typeof notice.place === 'string' ? notice.place : `${division}公告栏`, by.today, addDays(by.today, notice.days)]);
  return id;
}
