import { mandateOf } from '../access/caller.ts';
import { maskForm, type FormValues } from '../contract/check-form.ts';
import { AppError, Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { refuseCancelled } from '../items/refuse-cancelled.ts';
import { nextNumber } from '../numbering/next-number.ts';
import { maskIdCardNumber } from '../values/id-card-number.ts';
import { maskName } from '../values/name-mask.ts';
import { advanceCase } from './advance-case.ts';
import type { ProcedureKind } from '../contract/procedure.ts';
import { appendAction } from './append-action.ts';
import { assessCase } from './assess-case.ts';
import type { CaseProcedure } from './case-procedure.ts';
import { getMatter, getNamedMatter, type CaseRegistry } from './case-registry.ts';
import { divisionCodes } from './find-office.ts';
import { getCaseRow } from './case-row.ts';
import { linkPeople, type LinkedPeople } from './link-people.ts';
import { readCalendar } from './read-calendar.ts';
import { saveCase } from './save-case.ts';

export interface CaseOpening {
  readonly matter: string;
  /** Answers that `checkForm` has passed. */
  readonly values: FormValues;
  readonly divisionId: number;
  /** The resident who applies; absent at the desk, where the head of the household does. */
  readonly applicant?: number;
  readonly draftId?: number;
}
export interface OpenedCase { readonly caseId: number; readonly number: string; readonly version: number }

/** Opens a case from a checked application: people and household are registered or linked, the first state is entered, its clocks start. */
export async function openCase(tx: Tx, by: CommandContext, registry: CaseRegistry, opening: CaseOpening): Promise<OpenedCase> {
  const matter = getNamedMatter(registry, opening.matter);
  await refuseCancelled(tx, matter.id, matter.title, by.today);
  const procedure = await findProcedureFor(tx, by, registry, opening.matter, opening.divisionId);
  if (!procedure.reads) throw new AppError('procedure.reads-nothing', `procedure ${procedure.id} does not say how its form is read`);
  const told = procedure.reads.facts(opening.values, { today: by.today, demo: by.city.demo });
  if (!told.ok) throw new Refusal('input.invalid', { fields: told.errors });
  const people = await linkPeople(tx, by, procedure.reads.people(opening.values), opening.divisionId, matter.benefits?.[0]?.claimant);
  const applicant = opening.applicant ?? people.members.find((member) => member.head)?.personId;
  if (applicant === undefined || !people.members.some((member) => member.personId === applicant)) throw new Refusal('case.not-yourself');
  await refuseSecond(tx, opening.matter, people.householdId);
  const number = await nextNumber(tx, `${by.city.short}-${matter.caseCode}`, Number(by.today.slice(0, 4)));
  const { id } = await tx.one<{ id: number }>(
    `insert into case_file (number, matter, procedure, opened_on, household_id, applicant_person_id, division_id, state, state_since, state_seq, version, form, facts, draft_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $4, 1, 1, $9, $10, $11) returning id`,
    [number, matter.id, procedure.id, by.today, people.householdId, applicant, opening.divisionId, procedure.start, JSON.stringify(maskForm(procedure.form, opening.values)),
      JSON.stringify(told.facts), opening.draftId ?? null]);
  await insertMembers(tx, id, opening.divisionId, people);
  const row = { id, division_id: opening.divisionId };
  await appendAction(tx, by, row, { seq: 1, step: 'open', from: null, to: procedure.start, seen: null, data: { how: by.caller.post ? 'desk' : 'portal' } });
  const state = advanceCase(undefined, { seq: 1, step: 'open', to: procedure.start, on: by.today, data: {} }, procedure, await readCalendar(tx));
  await saveCase(tx, by, { matter, procedure, row }, [], state);
  if (procedure.reads.signs?.(opening.values)) await signForApplicant(tx, by, row, applicant);
  await assessCase(tx, registry, { row: await getCaseRow(tx, id), procedure });
  return { caseId: id, number, version: 1 };
}

/** The procedure in force for a place today; refused where the law is not known. */
export async function findProcedureFor(tx: Tx, by: Pick<CommandContext, 'today'>, registry: CaseRegistry, matter: string, division: number, kind: ProcedureKind = 'application'): Promise<CaseProcedure> {
  const declared = getMatter(registry, matter);
  const procedure = registry.findProcedure(matter, await divisionCodes(tx, division), by.today, kind);
  if (!procedure) throw new Refusal('case.no-procedure', { matter: declared.title, day: by.today });
  return procedure;
}

/** One running application of a matter a household. */
export async function refuseSecond(tx: Tx, matter: string, household: number): Promise<void> {
  // two applications of one household at the same moment wait for each other here
  await tx.run('select 1 from household where id = $1 for update', [household]);
  const running = await tx.find<{ number: string }>('select number from case_file where household_id = $1 and matter = $2 and outcome is null and kind = $3 limit 1', [household, matter, 'application']);
  if (running) throw new Refusal('case.already-open', { number: running.number });
}

async function insertMembers(tx: Tx, id: number, division: number, people: LinkedPeople): Promise<void> {
  await tx.run(
    `insert into case_member (case_id, division_id, person_id, key, relation, name_masked, number_masked)
     select $1, $2, m.person, m.key, m.relation, m.name, m.number
       from unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[]) as m (person, key, relation, name, number)`,
    [id, division, people.members.map((m) => m.personId), people.members.map((m) => m.key), people.members.map((m) => m.relation),
      people.members.map((m) => maskName(m.name)), people.members.map((m) => maskIdCardNumber(m.idNumber))]);
}

/** Who sends the form signs for the check of their own means with it. */
async function signForApplicant(tx: Tx, by: CommandContext, row: { id: number; division_id: number }, person: number): Promise<void> {
  const mandate = mandateOf(by.caller);
  // who was asked to hand the form in does not sign for another; a guardian does
  if (mandate !== undefined && !mandate.guardian) return;
  await tx.run('insert into authorisation (case_id, division_id, person_id, signed_on, how, represented_by) values ($1, $2, $3, $4, $5, $6)',
    [row.id, row.division_id, person, by.today, by.caller.post ? 'paper' : 'portal', mandate === undefined ? null : `${mandate.helperName}（${mandate.relation}）`]);
}
