import type { City } from '../../../../kernel/db/city.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { accountHash } from '../../../../kernel/registers/household/register-accounts.ts';
import { findByDocuments } from '../../../../kernel/registers/person/document-hash.ts';
import { monthOf } from '../../../../kernel/values/month.ts';
import { firstDayOf, type PlainDate } from '../../../../kernel/values/plain-date.ts';
import { rosterFindings, sentenceOf, type FindingValues, type RosterCode, type RosterError } from './errors.ts';
import { documentKindOf } from './document-kind.ts';
import { titleOf, type RosterColumn } from './roster-columns.ts';
import type { RosterHousehold, RosterMember } from './roster.ts';

export interface RegisterCheck {
  readonly findings: readonly RosterError[];
  /** Persons of the register the findings speak of. */
  readonly seen: readonly number[];
}

interface Member { readonly household: RosterHousehold; readonly member: RosterMember; readonly personId: number; readonly sameName: boolean }

/**
 * What the register knows against a list: people of it who already belong to a household or draw the allowance, numbers that are another
 * name's, accounts of others. Asked of the whole city; told is only what the clerk has to do, never another office's row.
 */
export async function checkAgainstRegister(
  tx: Tx, by: { readonly city: City; readonly today: PlainDate }, households: readonly RosterHousehold[], letters: ReadonlyMap<RosterColumn, string>,
): Promise<RegisterCheck> {
  const from = firstDayOf(monthOf(by.today));
  const known = await findKnown(tx, by, households);
  const ids = known.map((k) => k.personId);
  const offices = await findOffices(tx, ids, from);
  const granted = new Set(ids.length === 0 ? [] : (await tx.rows<{ id: number }>(
    `select persons_already_granted('subsistence-allowance', $1, null, daterange($2, null)) as id`, [ids, from])).map((r) => r.id));
  const tell = teller(letters);
  const findings = known.map(({ household, member, personId, sameName }) => {
    const about = (code: RosterCode, values?: FindingValues): RosterError => tell(household, member.row, 'idNumber', code, values);
    if (!sameName) return about('roster.person-named-otherwise');
    if (granted.has(personId)) return about('roster.person-already-granted');
    const where = offices.get(personId);
    return where === undefined ? about('roster.person-known') : about('roster.person-in-registered-household', { where });
  });
  for (const { household, sameName } of await findHeldAccounts(tx, by, households, from)) {
    findings.push(tell(household, household.rowNumbers[0] ?? 0, 'account', sameName ? 'roster.account-shared-on-register' : 'roster.account-of-others', { text: household.bank.number }));
  }
  return { findings, seen: [...new Set(ids)].sort((a, b) => a - b) };
}

async function findKnown(tx: Tx, by: { readonly city: City }, households: readonly RosterHousehold[]): Promise<Member[]> {
  const members = households.flatMap((household) => household.members.map((member) => ({ household, member })));
  const rows = await findByDocuments(tx, by, members.map(({ member }) => ({ kind: documentKindOf(member.idNumber), number: member.idNumber, name: member.name })));
  return rows.flatMap(({ at, personId, sameName }) => {
    const found = members[at];
    return found === undefined ? [] : [{ ...found, personId, sameName }];
  });
}

/** The town (or the city's own office) to ask about people who belong to a household. */
async function findOffices(tx: Tx, persons: readonly number[], from: PlainDate): Promise<Map<number, string>> {
  if (persons.length === 0) return new Map();
  const rows = await tx.rows<{ person_id: number; name: string }>(
    `select m.person_id, d.name from memberships_from($1, $2) m join division d on d.id = office_of(m.division_id, 'town') order by m.person_id, d.id`, [persons, from]);
  return new Map(rows.map((r) => [r.person_id, r.name]));
}

async function findHeldAccounts(tx: Tx, by: { readonly city: City }, households: readonly RosterHousehold[], from: PlainDate): Promise<{ household: RosterHousehold; sameName: boolean }[]> {
  if (households.length === 0) return [];
  const rows = await tx.rows<{ nth: number; same_name: boolean }>(
    'select nth, same_name from accounts_held($1, $2, $3) order by nth',
    [households.map((h) => accountHash(by, h.bank.number)), households.map((h) => h.bank.holderName), from]);
  return rows.flatMap((r) => {
    const household = households[r.nth - 1];
    return household === undefined ? [] : [{ household, sameName: r.same_name }];
  });
}

function teller(letters: ReadonlyMap<RosterColumn, string>) {
  return (household: RosterHousehold, row: number, key: RosterColumn, code: RosterCode, values: FindingValues = {}): RosterError => ({
    severity: rosterFindings[code].severity, code, sentence: sentenceOf(code, { row, ...values }), row, column: titleOf(key),
    address: letters.has(key) ? `${letters.get(key)}${row}` : '', householdKey: household.key, householdRows: household.rowNumbers,
  });
}
