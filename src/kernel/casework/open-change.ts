import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { dayInRegister, planInRegister } from '../registers/household/record-household-change.ts';
import { registerPerson } from '../registers/person/register-person.ts';
import { maskIdCardNumber } from '../values/id-card-number.ts';
import { maskName } from '../values/name-mask.ts';
import type { CaseRegistry } from './case-registry.ts';
import type { Newcomer } from './household-event.ts';
import type { OpenedCase } from './open-case.ts';
import { openGrantCase, type GrantCaseOpening } from './open-grant-case.ts';
import { personsOf, personsOfOther, readChange, toRegisterChange, type ChangeRead } from './read-change.ts';

/**
 * 变更申请: a household reports what happened, or a clerk does. Newcomers are registered now, the household itself changes only with the decision.
 * What the register would refuse is refused here, before anybody works on it.
 */
export async function openChange(tx: Tx, by: CommandContext, registry: CaseRegistry, asked: { grantId: number; values: unknown; how: GrantCaseOpening['how'] }): Promise<OpenedCase> {
  const read = await readChange(tx, by, registry, asked, true);
  await refuseBusyOther(tx, read);
  const persons = personsOf(read);
  for (const one of read.event.newcomers) persons.set(one.key, await registerNewcomer(tx, by, read, one));
  const change = read.event.change === null ? null : await toRegisterChange(tx, by, read, read.event.change, persons);
  if (change !== null) {
    const { plan } = await planInRegister(tx, by, change, await dayInRegister(tx, change, read.event.day));
    if (!plan.ok) throw new Refusal(plan.no.code, plan.no.details);
  }
  const opened = await openGrantCase(tx, by, registry, { grantId: asked.grantId, kind: 'change', values: read.values, how: asked.how, facts: read.event.here ?? read.event.before });
  await insertNewcomers(tx, opened.caseId, read, persons);
  await tx.run(
    `insert into household_change (household_id, division_id, case_id, grant_id, other_grant_id, kind, words, happened_on, change, other_facts, begun_facts, persons)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [read.grant.householdId, read.grant.divisionId, opened.caseId, asked.grantId, read.other?.grantId ?? null, read.event.kind, read.event.words, read.event.day,
      change === null ? null : JSON.stringify(change), jsonOf(read.event.other), jsonOf(read.event.begun),
      JSON.stringify({ here: Object.fromEntries(persons), other: Object.fromEntries(personsOfOther(read)) })]);
  return opened;
}

const jsonOf = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));

/** Two requests that touch one grant would decide past each other, also when one of them only gains by the other. */
async function refuseBusyOther(tx: Tx, read: ChangeRead): Promise<void> {
  if (read.other === null || read.other.grantId === null) return;
  const busy = await tx.find<{ number: string }>('select number from case_file where grant_id = $1 and outcome is null', [read.other.grantId]);
  if (busy) throw new Refusal('case.grant-busy', { number: busy.number });
}

async function registerNewcomer(tx: Tx, by: CommandContext, read: ChangeRead, one: Newcomer): Promise<number> {
  const { id } = await registerPerson(tx, by, {
    name: one.name, sex: one.sex, birthDate: one.birthDate, hukouKind: read.grant.hukouKind, hukouDivisionId: read.grant.divisionId, residenceDivisionId: read.grant.divisionId,
    handlingDivisionId: read.grant.divisionId, document: one.idNumber === null ? null : { kind: 'id-card', number: one.idNumber },
  }, '家庭变更登记');
  return id;
}

async function insertNewcomers(tx: Tx, caseId: number, read: ChangeRead, persons: ReadonlyMap<string, number>): Promise<void> {
  const relation = read.event.change?.is === 'add' ? read.event.change.relation : '其他';
  for (const one of read.event.newcomers) {
    await tx.run('insert into case_member (case_id, division_id, person_id, key, relation, name_masked, number_masked) values ($1, $2, $3, $4, $5, $6, $7)',
      [caseId, read.grant.divisionId, persons.get(one.key), one.key, relation, maskName(one.name), one.idNumber === null ? null : maskIdCardNumber(one.idNumber)]);
  }
}
