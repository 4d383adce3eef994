import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { checkForm, type FormValues } from '../contract/check-form.ts';
import { AppError, Refusal } from '../contract/refusal.ts';
import type { HouseholdChange } from '../registers/household/household-change.ts';
import { documentHashes } from '../registers/person/document-hash.ts';
import { arrivingKey } from './arriving-key.ts';
import type { CaseProcedure } from './case-procedure.ts';
import type { CaseRegistry } from './case-registry.ts';
import { findVillage } from './drafts.ts';
import type { ChangeReader, EventChange, HouseholdEvent, Newcomer } from './household-event.ts';
import { findProcedureFor } from './open-case.ts';
import { readGrantBefore, type GrantRead } from './read-grant-before.ts';

export interface ChangeRead {
  readonly procedure: CaseProcedure;
  readonly reader: ChangeReader;
  readonly values: FormValues;
  readonly grant: GrantRead;
  readonly other: (GrantRead & { readonly grantId: number | null }) | null;
  readonly event: HouseholdEvent;
}

/** A report as the matter reads it, on the grant as it stands. Throws Refusal with a sentence for every answer that does not fit. */
export async function readChange(tx: Tx, by: CommandContext, registry: CaseRegistry, asked: { grantId: number; values: unknown }, lock: boolean): Promise<ChangeRead> {
  const grant = await readGrantBefore(tx, asked.grantId, by.today, lock);
  if (grant.state === 'ended') throw new Refusal('grant.ended');
  const found = registry.findBenefit(grant.benefit);
  if (!found) throw new AppError('case.no-benefit', `no benefit ${grant.benefit} is declared`);
  const procedure = await findProcedureFor(tx, by, registry, found.matter.id, grant.divisionId, 'change');
  const reader = procedure.about?.change;
  if (!reader) throw new AppError('procedure.no-change', `procedure ${procedure.id} does not say what a change is`);
  const checked = checkForm(procedure.form, asked.values, { today: by.today, demo: by.city.demo });
  if (!checked.ok) throw new Refusal('input.invalid', { fields: checked.errors });
  const other = await readOther(tx, by, grant, reader.otherHousehold(checked.values), lock);
  const answer = reader.event(grant, other, checked.values, { today: by.today, demo: by.city.demo });
  if (!answer.ok) throw new Refusal('input.invalid', { fields: answer.errors });
  return { procedure, reader, values: checked.values, grant, other, event: answer.event };
}

/** The other household by its number, with its grant of the same benefit where it has one. */
async function readOther(tx: Tx, by: CommandContext, grant: GrantRead, number: string | undefined, lock: boolean): Promise<ChangeRead['other']> {
  if (number === undefined || number === '') return null;
  const home = await tx.find<{ id: number; grantId: number | null; head: number; division: number; hukou: GrantRead['hukouKind'] }>(
    `select h.id, h.head_person_id as head, h.division_id as division, h.hukou_kind as hukou,
            (select g.id from benefit_grant g where g.household_id = h.id and g.benefit = $2 and g.state <> 'ended' order by g.id desc limit 1) as "grantId" from household h where h.number = $1`, [number, grant.benefit]);
  if (!home) throw new Refusal('household.target-not-found');
  if (home.id === grant.householdId) throw new Refusal('household.same-household');
  if (home.grantId !== null) return { ...await readGrantBefore(tx, home.grantId, by.today, lock), grantId: home.grantId };
  return { benefit: grant.benefit, householdId: home.id, divisionId: home.division, headPersonId: home.head, state: 'ended', hukouKind: home.hukou, facts: null, fen: 0, members: [], grantId: null };
}

/** Who a newcomer is, when the city knows them already; null when they are new to it. */
export async function findNewcomer(tx: Tx, by: CommandContext, one: Newcomer): Promise<number | null> {
  if (one.idNumber === null) return null;
  const { id } = await tx.one<{ id: number | null }>(`select max(person_by_document('id-card', hash)) as id from unnest($1::bytea[]) hash`, [documentHashes(by, 'id-card', one.idNumber)]);
  return id;
}

/** The event as the register records it: keys become persons, codes become divisions. */
export async function toRegisterChange(tx: Tx, by: CommandContext, read: Pick<ChangeRead, 'grant' | 'other'>, change: EventChange, persons: ReadonlyMap<string, number>): Promise<HouseholdChange> {
  const person = (key: string): number => {
    const id = persons.get(key);
    if (id === undefined) throw new Refusal('household.not-a-member');
    return id;
  };
  const optional = (key: string | undefined): { nextHead?: number } => (key === undefined ? {} : { nextHead: person(key) });
  const members = (list: readonly { person: string; relation: string }[]) => list.map((one) => ({ person: person(one.person), relation: one.relation }));
  const household = read.grant.householdId;
  const to = (): number => { if (!read.other) throw new Refusal('household.target-not-found'); return read.other.householdId; };
  const village = async (code: string | undefined): Promise<number> => {
    const found = code === undefined ? read.grant.divisionId : await findVillage(tx, code, by.today);
    if (found === undefined) throw new Refusal('household.address-not-village');
    return found;
  };
  switch (change.is) {
    case 'add': return { is: 'add', household, person: person(change.person), relation: change.relation };
    case 'remove': return { is: 'remove', household, person: person(change.person), ...optional(change.nextHead), ...(change.died === true ? { died: true } : {}) };
    case 'transfer': return { is: 'transfer', household, person: person(change.person), to: to(), relation: change.relation, ...optional(change.nextHead) };
    case 'split': return { is: 'split', household, persons: members(change.persons), head: person(change.head), division: await village(change.division), address: change.address, ...optional(change.nextHead) };
    case 'merge': return { is: 'merge', household, into: to(), relations: members(change.relations) };
    case 'head': return { is: 'head', household, head: person(change.head), ...(change.relations === undefined ? {} : { relations: members(change.relations) }) };
    case 'move': return { is: 'move', household, division: await village(change.division), address: change.address };
    case 'dissolve': return { is: 'dissolve', household };
  }
}

/** Persons behind the keys of the household's own facts; newcomers are added by whoever registers them. */
export const personsOf = (read: Pick<ChangeRead, 'grant'>): Map<string, number> => new Map(read.grant.members.map((member) => [member.key, member.personId]));

/** Persons behind the keys of the other household's facts, those who join it included. */
export const personsOfOther = (read: Pick<ChangeRead, 'grant' | 'other'>): Map<string, number> =>
  new Map([...(read.other?.members ?? []).map((member) => [member.key, member.personId] as const), ...read.grant.members.map((member) => [arrivingKey(member.personId), member.personId] as const)]);
