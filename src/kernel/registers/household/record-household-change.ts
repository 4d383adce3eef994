import type { HukouKind } from '../../contract/parameter.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { planHouseholdChange, type ChangePlan, type HouseholdChange, type HouseholdNext, type HouseholdNow } from './household-change.ts';
import { registerHousehold } from './register-household.ts';

/** A household the change touched, as it stands now: for a household that began, its new id. */
export interface ChangedHousehold { readonly id: number; readonly began: boolean; readonly ended: boolean }

/** Households a change names, locked in the order of their ids so that two changes never wait crosswise. */
export async function readHouseholds(tx: Tx, ids: readonly number[], day: PlainDate, lock: boolean): Promise<HouseholdNow[]> {
  const rows = await tx.rows<{ id: number; head: number; division: number; address: string; changed: PlainDate }>(
    `select h.id, h.head_person_id as head, h.division_id as division, h.address,
            (select max(d) from (select max(valid_from) as d from household_version v where v.household_id = h.id and v.known_to is null
              union all select max(m.valid_from) from household_member m where m.household_id = h.id and m.known_to is null
              union all select max(m.valid_to) from household_member m where m.household_id = h.id and m.known_to is null) x) as changed
       from household h where h.id = any ($1) order by h.id${lock ? ' for update' : ''}`, [ids]);
  const members = await tx.rows<{ household: number; person: number; relation: string; since: PlainDate }>(
    `select household_id as household, person_id as person, relation, valid_from as since from household_member
      where household_id = any ($1) and known_to is null and valid_from <= $2 and (valid_to is null or valid_to > $2) order by id`, [ids, day]);
  return rows.map((row) => ({ ...row, members: members.filter((one) => one.household === row.id) }));
}

/** Day a change is recorded from: what happened before a household was on record counts from its first day here. */
export async function dayInRegister(tx: Tx, change: HouseholdChange, day: PlainDate): Promise<PlainDate> {
  const { first } = await tx.one<{ first: PlainDate | null }>(
    `select max(began) as first from (select min(valid_from) as began from household_version where household_id = any ($1) and known_to is null group by household_id) x`, [namedIn(change)]);
  return first !== null && first > day ? first : day;
}

const namedIn = (change: HouseholdChange): number[] => [change.household, ...(change.is === 'transfer' ? [change.to] : change.is === 'merge' ? [change.into] : [])];

/** The answer of the pure decider on what the register holds; nothing is written. */
export async function planInRegister(tx: Tx, by: Pick<CommandContext, 'today'>, change: HouseholdChange, day: PlainDate, lock = false): Promise<{ plan: ChangePlan; before: readonly HouseholdNow[] }> {
  const households = await readHouseholds(tx, namedIn(change), day, lock);
  const asked = change.is === 'add' ? [change.person] : [];
  const homes = await tx.rows<{ person_id: number; household_id: number }>('select person_id, household_id from households_of($1, $2)', [asked, day]);
  const plan = planHouseholdChange(change, { day, today: by.today, households, homes: new Map(homes.map((row) => [row.person_id, row.household_id])) });
  return { plan, before: households };
}

/**
 * Records what happened to a household on a day: nothing is overwritten, what was known of the days from then on is closed and written anew. Rows before
 * the day keep their division, so that the office of then goes on seeing its own period. Throws Refusal.
 */
export async function recordHouseholdChange(tx: Tx, by: CommandContext, change: HouseholdChange, day: PlainDate, reason: string): Promise<ChangedHousehold[]> {
  const { plan, before } = await planInRegister(tx, by, change, day, true);
  if (!plan.ok) throw new Refusal(plan.no.code, plan.no.details);
  const changed: ChangedHousehold[] = [];
  // who leaves goes first: one person, one household on a day
  for (const next of plan.next.filter((one) => one.id !== null).toSorted((a, b) => a.members.length - b.members.length)) {
    const now = before.find((one) => one.id === next.id) as HouseholdNow;
    await endMemberships(tx, now, next, day);
  }
  for (const next of plan.next) {
    const now = before.find((one) => one.id === next.id);
    if (!now) {
      changed.push({ id: await begin(tx, by, before[0] as HouseholdNow, next, day, reason), began: true, ended: false });
      continue;
    }
    await startMemberships(tx, now, next, day, reason);
    await rewriteHousehold(tx, now, next, day, reason);
    changed.push({ id: now.id, began: false, ended: next.members.length === 0 });
  }
  return changed;
}

const sameMember = (now: HouseholdNow, next: HouseholdNext, person: number): boolean =>
  now.division === next.division && now.members.find((one) => one.person === person)?.relation === next.members.find((one) => one.person === person)?.relation;

/** Closes the rows of members who leave, whose relation changes, or whose household moves; the days before are written again as they were. */
async function endMemberships(tx: Tx, now: HouseholdNow, next: HouseholdNext, day: PlainDate): Promise<void> {
  const persons = now.members.map((one) => one.person).filter((person) => !sameMember(now, next, person));
  const closed = await tx.rows<{ id: number }>(
    `update household_member set known_to = current_command()
      where household_id = $1 and person_id = any ($3) and known_to is null and (valid_to is null or valid_to > $2) returning id`, [now.id, day, persons]);
  await rewriteBefore(tx, 'household_member', 'household_id, division_id, person_id, relation, reason', closed, day);
}

/** The days of closed rows that lie before the change, written again as they were. */
async function rewriteBefore(tx: Tx, table: 'household_member' | 'household_version' | 'payee_account', columns: string, closed: readonly { id: number }[], day: PlainDate): Promise<void> {
  await tx.run(
    `insert into ${table} (${columns}, valid_from, valid_to) select ${columns}, valid_from, $2::date from ${table} where id = any ($1) and valid_from < $2 order by id`,
    [closed.map((row) => row.id), day]);
}

async function closeFrom(tx: Tx, table: 'household_version' | 'payee_account', columns: string, household: number, day: PlainDate): Promise<{ id: number }[]> {
  const closed = await tx.rows<{ id: number }>(
    `update ${table} set known_to = current_command() where household_id = $1 and known_to is null and (valid_to is null or valid_to > $2) returning id`, [household, day]);
  await rewriteBefore(tx, table, columns, closed, day);
  return closed;
}

async function startMemberships(tx: Tx, now: HouseholdNow, next: HouseholdNext, day: PlainDate, reason: string): Promise<void> {
  const begin = next.members.filter((one) => !sameMember(now, next, one.person));
  await tx.run(
    `insert into household_member (household_id, division_id, person_id, relation, valid_from, reason)
     select $1, $2, person, relation, $5, $6 from unnest($3::bigint[], $4::text[]) with ordinality as m (person, relation, nth) order by nth`,
    [now.id, next.division, begin.map((one) => one.person), begin.map((one) => one.relation), day, reason]);
}

async function rewriteHousehold(tx: Tx, now: HouseholdNow, next: HouseholdNext, day: PlainDate, reason: string): Promise<void> {
  const ends = next.members.length === 0;
  const moved = next.division !== now.division;
  if (ends || moved || next.head !== now.head || next.address !== now.address) {
    const closed = await closeFrom(tx, 'household_version', 'household_id, division_id, head_person_id, address, hukou_kind, reason', now.id, day);
    const last = closed.at(-1)?.id;
    if (!ends) await tx.run(
      `insert into household_version (household_id, division_id, head_person_id, address, hukou_kind, valid_from, reason)
       select household_id, $2, $3, $4, hukou_kind, $5, $6 from household_version where id = $1`, [last, next.division, next.head, next.address, day, reason]);
  }
  await tx.run('update household set head_person_id = coalesce($2, head_person_id), division_id = $3, address = $4, version = version + 1 where id = $1', [now.id, next.head, next.division, next.address]);
  if (moved) await moveBelongings(tx, now, next, day);
}

/** The account goes on under the new office, and the people may be read by it. What was before stays with the old one. */
async function moveBelongings(tx: Tx, now: HouseholdNow, next: HouseholdNext, day: PlainDate): Promise<void> {
  const columns = 'household_id, division_id, holder_name, holder_person_id, agent_relation, bank_code, bank_name, number_cipher, number_hash, key_id, last_four';
  const closed = await closeFrom(tx, 'payee_account', columns, now.id, day);
  await tx.run(
    `insert into payee_account (${columns}, valid_from, valid_to)
     select ${columns.replace('division_id', '$2::int')}, greatest(valid_from, $3::date), valid_to from payee_account where id = any ($1) order by id`, [closed.map((row) => row.id), next.division, day]);
  await tx.run('select hand_people_to($1, $2)', [next.members.map((one) => one.person), next.members.map(() => next.division)]);
}

async function begin(tx: Tx, by: CommandContext, from: HouseholdNow, next: HouseholdNext, day: PlainDate, reason: string): Promise<number> {
  const { hukou_kind: hukouKind } = await tx.one<{ hukou_kind: HukouKind }>('select hukou_kind from household where id = $1', [from.id]);
  const { id } = await registerHousehold(tx, by, {
    divisionId: next.division, address: next.address, hukouKind, headPersonId: next.head as number, members: next.members.map((one) => ({ personId: one.person, relation: one.relation })), validFrom: day,
  }, reason);
  return id;
}
