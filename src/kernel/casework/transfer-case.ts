import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { nextNumber } from '../numbering/next-number.ts';
import { advanceCase } from './advance-case.ts';
import { appendAction } from './append-action.ts';
import { assessCase } from './assess-case.ts';
import type { CaseRegistry } from './case-registry.ts';
import { getCaseRow, type CaseRow } from './case-row.ts';
import { listTransfers, type Transfer } from './list-transfers.ts';
import { loadCase } from './load-case.ts';
import { refuseSecond, type OpenedCase } from './open-case.ts';
import { readCalendar } from './read-calendar.ts';
import { saveCase } from './save-case.ts';

export interface TransferRequest {
  readonly caseId: number;
  readonly matter: string;
  readonly agreed: { readonly by: string; readonly how: 'in-person' | 'phone' | 'portal' };
}

/**
 * 转办: the household agrees that its refused or ended case goes on under another matter. Members, facts, authorisations and the frozen report go
 * with it, nothing is asked again; notice and decision are the new matter's own. Once a case; only where its law is met by the same facts.
 */
export async function transferCase(tx: Tx, by: CommandContext, registry: CaseRegistry, request: TransferRequest): Promise<OpenedCase> {
  const { row } = await loadCase(tx, registry, request.caseId, by.today, { lock: true });
  await refuseUndecided(tx, row);
  const transfer = (await listTransfers(tx, registry, row, by.today)).find((one) => one.matter.id === request.matter);
  if (!transfer) throw new Refusal('transfer.not-here', { matter: registry.findMatter(request.matter)?.title ?? request.matter });
  if (transfer.assessment.outcome !== 'granted') {
    throw new Refusal('transfer.not-fitting', { matter: transfer.matter.title, grounds: transfer.assessment.grounds.filter((ground) => ground.result !== 'met').map((ground) => ground.because).join('；') });
  }
  await refuseSecond(tx, transfer.matter.id, row.household_id ?? 0);
  const opened = await insertCase(tx, by, row, transfer);
  await copyPapers(tx, row.id, opened);
  await tx.run('insert into case_origin (case_id, from_case_id, division_id, agreed_by, agreed_how, on_day) values ($1, $2, $3, $4, $5, $6)',
    [opened.id, row.id, row.division_id, request.agreed.by, request.agreed.how, by.today]);
  await appendAction(tx, by, opened, { seq: 1, step: 'open', from: null, to: transfer.enters, seen: null, data: { how: 'transfer', from: row.number, agreed: request.agreed.how } });
  const state = advanceCase(undefined, { seq: 1, step: 'open', to: transfer.enters, on: by.today, data: {} }, transfer.procedure, await readCalendar(tx));
  await saveCase(tx, by, { matter: transfer.matter, procedure: transfer.procedure, row: opened }, [], state);
  await assessCase(tx, registry, { row: await getCaseRow(tx, opened.id), procedure: transfer.procedure });
  return { caseId: opened.id, number: opened.number, version: 1 };
}

async function refuseUndecided(tx: Tx, row: CaseRow): Promise<void> {
  const decided = await tx.find(`select 1 from decision where case_id = $1 and outcome in ('refused', 'ended')`, [row.id]);
  if (!decided) throw new Refusal('transfer.not-decided');
  if (!(await tx.find('select 1 from evidence where case_id = $1', [row.id]))) throw new Refusal('transfer.no-evidence');
  const before = await tx.find<{ number: string }>('select c.number from case_origin o join case_file c on c.id = o.case_id where o.from_case_id = $1', [row.id]);
  if (before) throw new Refusal('transfer.once', { number: before.number });
}

interface NewCase { readonly id: number; readonly number: string; readonly division_id: number }

async function insertCase(tx: Tx, by: CommandContext, row: CaseRow, { matter, procedure, enters }: Transfer): Promise<NewCase> {
  const number = await nextNumber(tx, `${by.city.short}-${matter.caseCode}`, Number(by.today.slice(0, 4)));
  const { id } = await tx.one<{ id: number }>(
    `insert into case_file (number, matter, procedure, opened_on, household_id, applicant_person_id, division_id, state, state_since, state_seq, version, form, facts)
     select $2, $3, $4, $5, household_id, applicant_person_id, division_id, $6, $5, 1, 1, form, facts from case_file where id = $1 returning id`,
    [row.id, number, matter.id, procedure.id, by.today, enters]);
  return { id, number, division_id: row.division_id };
}

/** Members, who signed, what was asked and answered, and the report as it was frozen, under the same digest. */
async function copyPapers(tx: Tx, from: number, to: NewCase): Promise<void> {
  await tx.run(
    `insert into case_member (case_id, division_id, person_id, key, relation, name_masked, number_masked)
     select $2, division_id, person_id, key, relation, name_masked, number_masked from case_member where case_id = $1 order by id`, [from, to.id]);
  await tx.run(
    `insert into authorisation (case_id, division_id, person_id, signed_on, how, represented_by) select $2, division_id, person_id, signed_on, how, represented_by from authorisation where case_id = $1 order by id`, [from, to.id]);
  const { round } = await tx.one<{ round: number }>('select max(round) as round from evidence where case_id = $1', [from]);
  await tx.run(
    `with asked as (
       insert into verification_request (case_id, division_id, person_id, member_key, agency, categories, round, state, attempts, ordered_on, sent_at, answered_on, deadline, ordered_by_post)
       select $2, division_id, person_id, member_key, agency, categories, round, state, attempts, ordered_on, sent_at, answered_on, deadline, ordered_by_post
         from verification_request where case_id = $1 and round = $3 order by id returning id, person_id, agency)
     insert into verification_answer (request_id, case_id, division_id, kind, digest, answer, reason, received_on, recorded_by)
     select n.id, $2, a.division_id, a.kind, a.digest, a.answer, a.reason, a.received_on, a.recorded_by
       from verification_answer a join verification_request o on o.id = a.request_id and o.round = $3 join asked n on n.person_id = o.person_id and n.agency = o.agency
      where a.case_id = $1 order by a.id`, [from, to.id, round]);
  await tx.run('insert into evidence (case_id, division_id, round, frozen_on, digest, report) select $2, division_id, round, frozen_on, digest, report from evidence where case_id = $1 and round = $3 order by id desc limit 1', [from, to.id, round]);
}
