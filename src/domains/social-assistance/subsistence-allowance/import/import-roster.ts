import { takeOverGrants, type TakenOverHousehold } from '../../../../kernel/benefits/take-over-grants.ts';
import { AppError } from '../../../../kernel/contract/refusal.ts';
import type { CommandContext } from '../../../../kernel/db/command.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { registerAccounts } from '../../../../kernel/registers/household/register-accounts.ts';
import { registerHouseholds } from '../../../../kernel/registers/household/register-households.ts';
import { registerPeople, type PersonFacts } from '../../../../kernel/registers/person/register-people.ts';
import { sumFen, type Fen } from '../../../../kernel/values/money.ts';
import type { Month } from '../../../../kernel/values/month.ts';
import { firstDayOf, type PlainDate } from '../../../../kernel/values/plain-date.ts';
import { documentKindOf } from './document-kind.ts';
import type { RosterHousehold } from './roster.ts';

/** Where the households come from and from which month they are paid here. */
export interface RosterSource {
  /** Name of the file or the list, as it will stand beside each grant. */
  readonly title: string;
  readonly sha256: Buffer;
  readonly firstMonth: Month;
  /** The import (roster_import) this belongs to; absent when the list was no file. */
  readonly importId?: number;
  /** What the rules would judge, where more is known of a household than the list says. */
  readonly factsOf?: (household: RosterHousehold, at: number) => unknown;
}

export interface ImportedRoster { readonly households: number; readonly persons: number; readonly fen: Fen; readonly takeoverId: number }

const REASON = '接收原有低保花名册';

/**
 * Takes the households of a roster onto the register: people, households, accounts, and grants with the amounts as recorded.
 * Each household names its village by code (`division.code`), in force today. All or nothing, in the caller's transaction.
 */
export async function importRoster(tx: Tx, by: CommandContext, households: readonly RosterHousehold[], source: RosterSource): Promise<ImportedRoster> {
  const divisionOf = await findDivisions(tx, by.today, households);
  // a household stands on the register from the first day that is paid, or from today where that comes first
  const first = firstDayOf(source.firstMonth);
  const validFrom = first < by.today ? first : by.today;
  const people = await registerMembers(tx, by, households, divisionOf);
  const registered = await registerHouseholds(tx, by, households.map((h, at) => ({
    divisionId: divisionOf(h), address: h.address, hukouKind: h.hukouKind, headPersonId: headOf(h, people.members[at] ?? []), validFrom,
    members: h.members.map((m, nth) => ({ personId: people.members[at]?.[nth] as number, relation: m.relation })),
  })), REASON);
  await registerAccounts(tx, by, households.map((h, at) => ({
    householdId: registered[at]?.id as number, divisionId: divisionOf(h), validFrom, ...payeeOf(h, people.members[at] ?? [], people.agents[at]),
    bankCode: h.bank.code, bankName: h.bank.name, number: h.bank.number,
  })));
  const grants = households.map((h, at): TakenOverHousehold => {
    const facts = source.factsOf?.(h, at);
    return { householdId: registered[at]?.id as number, divisionId: divisionOf(h), hukouKind: h.hukouKind, personIds: people.members[at] ?? [], fen: h.monthlyFen, ...(facts === undefined ? {} : { facts }), ...(h.since === undefined ? {} : { since: h.since }) };
  });
  const { takeoverId } = await takeOverGrants(tx, by, {
    benefit: 'subsistence-allowance', item: 'difference', firstMonth: source.firstMonth, divisionId: officeOf(by), reason: REASON,
    document: { title: source.title, sha256: source.sha256 }, households: grants,
  });
  await keepRecorded(tx, households, source, takeoverId, grants, people.members);
  return { households: households.length, persons: people.members.flat().length, fen: sumFen(households.map((h) => h.monthlyFen)), takeoverId };
}

function officeOf(by: CommandContext): number {
  const office = by.caller.post?.divisionId;
  if (office === undefined) throw new AppError('roster.no-office', 'a roster is taken over by a post of an office');
  return office;
}

async function findDivisions(tx: Tx, day: PlainDate, households: readonly RosterHousehold[]): Promise<(household: RosterHousehold) => number> {
  const codes = [...new Set(households.map((h) => h.division.code ?? ''))];
  const rows = await tx.rows<{ id: number; code: string }>(
    `select id, code from division where code = any ($1) and valid_from <= $2 and (valid_to is null or valid_to > $2)`, [codes, day]);
  const ids = new Map(rows.map((r) => [r.code, r.id]));
  const missing = codes.find((code) => !ids.has(code));
  if (missing !== undefined) throw new AppError('roster.no-division', `no division ${missing || '(none named)'} is in force on ${day}`);
  return (household) => ids.get(household.division.code ?? '') as number;
}

/** Members and agent payees in one stroke: who is both is one person. */
async function registerMembers(
  tx: Tx, by: CommandContext, households: readonly RosterHousehold[], divisionOf: (household: RosterHousehold) => number,
): Promise<{ members: number[][]; agents: (number | undefined)[] }> {
  const members = households.flatMap((h) => h.members.map((m): PersonFacts => ({
    name: m.name, sex: m.sex, birthDate: m.birthDate, hukouKind: h.hukouKind, hukouDivisionId: divisionOf(h), residenceDivisionId: divisionOf(h), handlingDivisionId: divisionOf(h),
    document: { kind: documentKindOf(m.idNumber), number: m.idNumber },
  })));
  const withAgent = households.filter((h) => h.bank.agent?.idNumber !== undefined);
  const agents = withAgent.map((h): PersonFacts => agentFacts(h.bank.holderName, h.bank.agent?.idNumber ?? '', divisionOf(h)));
  const made = await registerPeople(tx, by, [...members, ...agents], REASON);
  let next = 0;
  const perHousehold = households.map((h) => made.slice(next, next += h.members.length).map((p) => p.id));
  const agentOf = new Map(withAgent.map((h, at) => [h, made[members.length + at]?.id]));
  return { members: perHousehold, agents: households.map((h) => agentOf.get(h)) };
}

/** Of an agent the list knows name and number; the number tells sex and birth date. */
function agentFacts(name: string, number: string, division: number): PersonFacts {
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` as PlainDate;
  return {
    name, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female', birthDate, hukouKind: null, hukouDivisionId: null, residenceDivisionId: null, handlingDivisionId: division,
    document: { kind: documentKindOf(number), number },
  };
}

const headOf = (household: RosterHousehold, ids: readonly number[]): number => ids[Math.max(0, household.members.findIndex((m) => m.isHead))] as number;

function payeeOf(household: RosterHousehold, ids: readonly number[], agent: number | undefined): { holderName: string; holderPersonId: number | null; agentRelation: string | null } {
  const { holderName, agent: told } = household.bank;
  const member = household.members.findIndex((m) => m.name === holderName);
  if (told === undefined || member >= 0) return { holderName, holderPersonId: ids[member] ?? null, agentRelation: null };
  // the list does not always say how the agent is related: that stays to be registered, and shows
  return { holderName, holderPersonId: agent ?? null, agentRelation: told.relation ?? '关系未登记' };
}

async function keepRecorded(
  tx: Tx, households: readonly RosterHousehold[], source: RosterSource, takeoverId: number, grants: readonly TakenOverHousehold[], members: readonly (readonly number[])[],
): Promise<void> {
  const recorded = households.map((h, at) => JSON.stringify({
    ...(h.since === undefined ? {} : { since: h.since }),
    members: h.members.map((m, nth) => ({
      person: members[at]?.[nth], relation: m.relation, ...(m.categoryNotes === undefined ? {} : { category: m.categoryNotes }),
      ...(m.disability === undefined ? {} : { disability: m.disability }), ...(m.student === undefined ? {} : { student: m.student }),
    })),
  }));
  await tx.run(
    `insert into roster_household (takeover_id, import_id, division_id, household_id, key, first_row, recorded)
     select $1, $2, division, household, key, row, recorded::jsonb
       from unnest($3::int[], $4::bigint[], $5::text[], $6::int[], $7::text[]) with ordinality as r (division, household, key, row, recorded, nth) order by nth`,
    [takeoverId, source.importId ?? null, grants.map((g) => g.divisionId), grants.map((g) => g.householdId), households.map((h) => h.key),
      households.map((h, at) => h.rowNumbers[0] ?? at + 1), recorded]);
}
