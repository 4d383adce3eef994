import { Refusal } from '../contract/refusal.ts';
import { kindOf, type ProcedureKind } from '../contract/procedure.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { FormValues } from '../contract/check-form.ts';
import { maskForm } from '../contract/check-form.ts';
import { AppError } from '../contract/refusal.ts';
import { nextNumber } from '../numbering/next-number.ts';
import { maskName } from '../values/name-mask.ts';
import { advanceCase } from './advance-case.ts';
import { appendAction } from './append-action.ts';
import { assessCase } from './assess-case.ts';
import { getMatter, type CaseRegistry } from './case-registry.ts';
import { getCaseRow } from './case-row.ts';
import { findProcedureFor, type OpenedCase } from './open-case.ts';
import { readCalendar } from './read-calendar.ts';
import { readGrantBefore, type GrantRead } from './read-grant-before.ts';
import { saveCase } from './save-case.ts';
import { carryAuthorisations } from './carry-authorisations.ts';
import { supersedeCase } from './supersede-case.ts';

export interface GrantCaseOpening {
  readonly grantId: number;
  readonly kind: Exclude<ProcedureKind, 'application'>;
  /** Answers of the procedure's form that `checkForm` has passed. */
  readonly values: FormValues;
  /** Who opened it: a clerk at the desk, the household itself, or the clock (定期复核到期). */
  readonly how: 'desk' | 'portal' | 'system';
  /** Facts already read from the answers (a change reads another household beside); else the procedure reads them. */
  readonly facts?: unknown;
  /** 停发 takes the place of a review or change that is still open; the others wait. */
  readonly supersedes?: boolean;
}

/**
 * Opens a case about a grant under the law of its own opening day: the household's members come from the register, the facts from the
 * grant. One at a time a grant. Refuses `not-found` outside the area, `case.grant-busy`, `grant.ended` (a stop procedure may still resume it).
 */
export async function openGrantCase(tx: Tx, by: CommandContext, registry: CaseRegistry, opening: GrantCaseOpening): Promise<OpenedCase> {
  const grant = await readGrantBefore(tx, opening.grantId, by.today);
  if (grant.state === 'ended' && opening.kind !== 'stop') throw new Refusal('grant.ended');
  const found = registry.findBenefit(grant.benefit);
  if (!found) throw new AppError('case.no-benefit', `no benefit ${grant.benefit} is declared`);
  await makeWay(tx, by, registry, opening);
  const matter = getMatter(registry, found.matter.id);
  const procedure = await findProcedureFor(tx, by, registry, matter.id, grant.divisionId, opening.kind);
  if (!procedure.about) throw new AppError('procedure.about-nothing', `procedure ${procedure.id} (${kindOf(procedure)}) does not say how it comes by its facts`);
  const told = opening.facts === undefined ? procedure.about.facts(grant, opening.values, { today: by.today, demo: by.city.demo }) : { ok: true as const, facts: opening.facts };
  if (!told.ok) throw new Refusal('input.invalid', { fields: told.errors });
  const facts = procedure.about.withRecords ? await procedure.about.withRecords(tx, told.facts, grant) : told.facts;
  const number = await nextNumber(tx, `${by.city.short}-${matter.caseCode}`, Number(by.today.slice(0, 4)));
  const { id } = await tx.one<{ id: number }>(
    `insert into case_file (number, matter, procedure, kind, grant_id, opened_on, household_id, applicant_person_id, division_id, state, state_since, state_seq, version, form, facts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $6, 1, 1, $11, $12) returning id`,
    [number, matter.id, procedure.id, opening.kind, opening.grantId, by.today, grant.householdId, grant.headPersonId, grant.divisionId, procedure.start,
      JSON.stringify(maskForm(procedure.form, opening.values)), JSON.stringify(facts)]);
  await insertMembers(tx, id, grant);
  await carryAuthorisations(tx, [id]);
  const row = { id, division_id: grant.divisionId };
  await appendAction(tx, by, row, { seq: 1, step: 'open', from: null, to: procedure.start, seen: null, data: { how: opening.how, ...(grant.facts === null ? { untold: true } : {}) } });
  const state = advanceCase(undefined, { seq: 1, step: 'open', to: procedure.start, on: by.today, data: {} }, procedure, await readCalendar(tx));
  await saveCase(tx, by, { matter, procedure, row }, [], state);
  await assessCase(tx, registry, { row: await getCaseRow(tx, id), procedure });
  return { caseId: id, number, version: 1 };
}

/** Two cases about one grant would decide past each other: the second waits, or a stop puts the first aside. The grant is locked. */
async function makeWay(tx: Tx, by: CommandContext, registry: CaseRegistry, opening: GrantCaseOpening): Promise<void> {
  const open = await tx.find<{ id: number; number: string; kind: ProcedureKind; version: number }>('select id, number, kind, version from case_file where grant_id = $1 and outcome is null', [opening.grantId]);
  if (!open) return;
  // a review that the clock opened and nobody has touched makes way: whatever is opened now looks at the household too
  const untouched = open.kind === 'review' && open.version === 1 && opening.kind !== 'review';
  if (!untouched && (opening.supersedes !== true || open.kind === 'stop')) throw new Refusal('case.grant-busy', { number: open.number });
  await supersedeCase(tx, by, registry, open.id);
}

async function insertMembers(tx: Tx, id: number, grant: GrantRead): Promise<void> {
  await tx.run(
    `insert into case_member (case_id, division_id, person_id, key, relation, name_masked, number_masked)
     select $1, $2, m.person, m.key, m.relation, m.name, (select masked from person_document d where d.person_id = m.person and not d.withdrawn order by d.id limit 1)
       from unnest($3::bigint[], $4::text[], $5::text[], $6::text[]) as m (person, key, relation, name)`,
    [id, grant.divisionId, grant.members.map((m) => m.personId), grant.members.map((m) => m.key), grant.members.map((m) => m.relation), grant.members.map((m) => maskName(m.name))]);
}
