import { AppError, Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { Benefit } from '../contract/matter.ts';
import { ownUnits } from '../registers/household/own-units.ts';
import { registerAccount, registerHousehold } from '../registers/household/register-household.ts';
import { accountHash } from '../registers/household/register-accounts.ts';
import { registerPerson } from '../registers/person/register-person.ts';
import { checkIdCardNumber } from '../values/id-card-number.ts';
import { maskName } from '../values/name-mask.ts';
import type { ApplicationMember, ApplicationPeople } from './application-reader.ts';

export interface LinkedPeople { readonly householdId: number; readonly members: readonly (ApplicationMember & { readonly personId: number })[] }

/**
 * Finds or registers everyone an application names, and the account it is to be paid into: of their household, or, of what a person claims for himself, under his own
 * name; who else is named there (a guardian) is linked to the case alone.
 */
export async function linkPeople(tx: Tx, by: CommandContext, people: ApplicationPeople, division: number, claimant: Benefit['claimant'] = 'household'): Promise<LinkedPeople> {
  const heads = people.members.filter((member) => member.head);
  const head = heads[0];
  if (!head || heads.length > 1) throw new Refusal('case.no-head');
  const members: (ApplicationMember & { personId: number })[] = [];
  // in the order of their numbers, so that two applications never wait for each other crosswise
  for (const member of people.members.toSorted((a, b) => (a.idNumber < b.idNumber ? -1 : 1))) {
    if (members.some((other) => other.idNumber === member.idNumber)) throw new Refusal('case.twice-named', { name: maskName(member.name) });
    members.push({ ...member, personId: await linkPerson(tx, by, people, member, division) });
  }
  members.sort((a, b) => people.members.findIndex((m) => m.key === a.key) - people.members.findIndex((m) => m.key === b.key));
  const headId = members.find((member) => member.head)?.personId ?? 0;
  const householdId = claimant === 'person' ? (await ownUnits(tx, by, [{ personId: headId, divisionId: division, address: people.address, hukouKind: people.hukouKind, validFrom: by.today }], '申请登记'))[0] ?? 0
    : await linkHousehold(tx, by, people, members, headId, division);
  if (people.account) await linkAccount(tx, by, people.account, members, householdId, division);
  return { householdId, members };
}

async function linkPerson(tx: Tx, by: CommandContext, people: ApplicationPeople, member: ApplicationMember, division: number): Promise<number> {
  const number = checkIdCardNumber(member.idNumber, { demo: by.city.demo, today: by.today });
  if (!number.ok) throw new AppError('case.unchecked-number', 'an id number reached the register unchecked');
  const { id } = await registerPerson(tx, by, {
    name: member.name, sex: number.sex, birthDate: number.birthDate, hukouKind: people.hukouKind, hukouDivisionId: division, residenceDivisionId: division,
    handlingDivisionId: division, document: { kind: number.kind === 'id-card' ? 'id-card' : 'hk-mo-tw-residence-permit', number: number.number },
  }, '申请登记');
  return id;
}

async function linkHousehold(tx: Tx, by: CommandContext, people: ApplicationPeople, members: LinkedPeople['members'], head: number, division: number): Promise<number> {
  const homes = new Map<number, number | null>();
  for (const member of members) {
    const { home } = await tx.one<{ home: number | null }>('select household_of($1, $2) as home', [member.personId, by.today]);
    homes.set(member.personId, home);
  }
  const known = homes.get(head) ?? null;
  const stray = members.find((member) => (homes.get(member.personId) ?? known) !== known);
  if (stray) throw new Refusal('case.member-elsewhere', { name: maskName(stray.name) });
  if (known === null) {
    return (await registerHousehold(tx, by, {
      divisionId: division, address: people.address, hukouKind: people.hukouKind, headPersonId: head, validFrom: by.today,
      members: members.map((member) => ({ personId: member.personId, relation: member.relation })),
    }, '申请登记')).id;
  }
  const here = await tx.find<{ id: number }>('select id from household where id = $1', [known]);
  if (!here) throw new Refusal('access.outside-area');
  for (const member of members.filter((one) => homes.get(one.personId) === null)) {
    await tx.run(`insert into household_member (household_id, division_id, person_id, relation, valid_from, reason) select id, division_id, $2, $3, $4, '申请登记' from household where id = $1`,
      [known, member.personId, member.relation, by.today]);
  }
  return known;
}

async function linkAccount(tx: Tx, by: CommandContext, account: NonNullable<ApplicationPeople['account']>, members: LinkedPeople['members'], householdId: number, division: number): Promise<void> {
  const same = await tx.find<{ id: number }>(
    'select id from payee_account where household_id = $1 and known_to is null and number_hash = $2 and (valid_to is null or valid_to > $3)',
    [householdId, accountHash(by, account.number), by.today]);
  if (same) return;
  await registerAccount(tx, by, {
    householdId, divisionId: division, holderName: account.holderName, holderPersonId: members.find((member) => member.key === account.holderKey)?.personId ?? null,
    agentRelation: account.agentRelation, bankCode: account.bankCode, bankName: account.bankName, number: account.number, validFrom: by.today,
  });
}
