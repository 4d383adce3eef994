import { refused, type Refused } from '../../contract/refusal.ts';
import type { PlainDate } from '../../values/plain-date.ts';

/** Relation word of whoever heads a household; applications write 本人. */
export const HEAD = '户主';
const isHead = (relation: string): boolean => relation === HEAD || relation === '本人';

/** A member as the register holds them on the day of a change. */
export interface MemberNow { readonly person: number; readonly relation: string; readonly since: PlainDate }

/** A household as it stands on the day of a change. `changed` is the day of its last recorded change of any kind. */
export interface HouseholdNow {
  readonly id: number;
  readonly head: number;
  readonly division: number;
  readonly address: string;
  readonly changed: PlainDate;
  readonly members: readonly MemberNow[];
}

export interface NewMember { readonly person: number; readonly relation: string }

/** What happened to a household, as it is reported: one event on one day. */
export type HouseholdChange =
  | { readonly is: 'add'; readonly household: number; readonly person: number; readonly relation: string }
  | { readonly is: 'remove'; readonly household: number; readonly person: number; readonly nextHead?: number | undefined; /** Gone because dead. */ readonly died?: boolean | undefined }
  | { readonly is: 'transfer'; readonly household: number; readonly person: number; readonly to: number; readonly relation: string; readonly nextHead?: number | undefined }
  | { readonly is: 'split'; readonly household: number; readonly persons: readonly NewMember[]; readonly head: number; readonly division: number; readonly address: string; readonly nextHead?: number | undefined }
  | { readonly is: 'merge'; readonly household: number; readonly into: number; readonly relations: readonly NewMember[] }
  | { readonly is: 'head'; readonly household: number; readonly head: number; readonly relations?: readonly NewMember[] | undefined }
  | { readonly is: 'move'; readonly household: number; readonly division: number; readonly address: string }
  | { readonly is: 'dissolve'; readonly household: number };

/** One household as it will be from the day on. `id: null` is a household that begins; no members is one that ends. */
export interface HouseholdNext {
  readonly id: number | null;
  readonly head: number | null;
  readonly division: number;
  readonly address: string;
  readonly members: readonly NewMember[];
}

export type ChangePlan = { readonly ok: true; readonly next: readonly HouseholdNext[] } | { readonly ok: false; readonly no: Refused };

const no = (code: string, details?: Readonly<Record<string, unknown>>): ChangePlan => ({ ok: false, no: refused(code, details) });

/** What the change reads: the households it touches, and where the persons it brings in live on the day. */
export interface ChangeGround {
  readonly day: PlainDate;
  readonly today: PlainDate;
  readonly households: readonly HouseholdNow[];
  /** Household of a person on the day, for persons who come from outside; absent = in none. */
  readonly homes: ReadonlyMap<number, number>;
}

/**
 * What the households look like after a change, or why it cannot be. Pure: preview and record read the same answer. A day to come, and a day before
 * the household's last known change, are refused: what is already known of later days would contradict it.
 */
export function planHouseholdChange(change: HouseholdChange, ground: ChangeGround): ChangePlan {
  const home = ground.households.find((one) => one.id === change.household);
  if (!home || home.members.length === 0) return no('household.not-found');
  if (ground.day > ground.today) return no('household.change-to-come');
  const late = ground.households.find((one) => one.changed > ground.day);
  if (late) return no('household.change-before-last', { on: late.changed });
  switch (change.is) {
    case 'add': return addMember(home, change, ground);
    case 'remove': return removeMembers(home, [change.person], change.nextHead);
    case 'transfer': return transfer(home, change, ground);
    case 'split': return split(home, change);
    case 'merge': return merge(home, change, ground);
    case 'head': return changeHead(home, change);
    case 'move': return change.division === home.division && change.address === home.address ? no('household.nothing-changes') : { ok: true, next: [{ ...stateOf(home), division: change.division, address: change.address }] };
    case 'dissolve': return { ok: true, next: [{ ...stateOf(home), head: null, members: [] }] };
  }
}

const stateOf = (home: HouseholdNow): HouseholdNext => ({ id: home.id, head: home.head, division: home.division, address: home.address, members: home.members.map(({ person, relation }) => ({ person, relation })) });
const has = (home: HouseholdNow, person: number): boolean => home.members.some((one) => one.person === person);

function addMember(home: HouseholdNow, change: Extract<HouseholdChange, { is: 'add' }>, ground: ChangeGround): ChangePlan {
  if (has(home, change.person)) return no('household.member-twice');
  if (ground.homes.get(change.person) !== undefined) return no('household.member-elsewhere');
  if (isHead(change.relation)) return no('household.one-head');
  return { ok: true, next: [{ ...stateOf(home), members: [...stateOf(home).members, { person: change.person, relation: change.relation }] }] };
}

/** Who is left, under a head: the head does not leave without a successor. */
function removeMembers(home: HouseholdNow, persons: readonly number[], nextHead: number | undefined): ChangePlan {
  if (persons.some((person) => !has(home, person))) return no('household.not-a-member');
  const rest = stateOf(home).members.filter((one) => !persons.includes(one.person));
  if (rest.length === 0) return { ok: true, next: [{ ...stateOf(home), head: null, members: [] }] };
  if (!persons.includes(home.head)) return { ok: true, next: [{ ...stateOf(home), members: rest }] };
  const only = rest.length === 1 ? rest[0]?.person : undefined;
  const head = nextHead ?? only;
  if (head === undefined || !rest.some((one) => one.person === head)) return no('household.no-successor');
  return { ok: true, next: [{ ...stateOf(home), head, members: rest.map((one) => (one.person === head ? { ...one, relation: HEAD } : one)) }] };
}

function transfer(home: HouseholdNow, change: Extract<HouseholdChange, { is: 'transfer' }>, ground: ChangeGround): ChangePlan {
  const to = ground.households.find((one) => one.id === change.to);
  if (!to || to.members.length === 0) return no('household.target-not-found');
  if (to.id === home.id) return no('household.same-household');
  if (isHead(change.relation)) return no('household.one-head');
  const left = removeMembers(home, [change.person], change.nextHead);
  if (!left.ok) return left;
  return { ok: true, next: [...left.next, { ...stateOf(to), members: [...stateOf(to).members, { person: change.person, relation: change.relation }] }] };
}

function split(home: HouseholdNow, change: Extract<HouseholdChange, { is: 'split' }>): ChangePlan {
  const leaving = change.persons.map((one) => one.person);
  if (leaving.length === 0) return no('household.split-nobody');
  if (new Set(leaving).size < leaving.length) return no('household.member-twice');
  if (leaving.length >= home.members.length) return no('household.split-everybody');
  if (!leaving.includes(change.head)) return no('household.head-not-member');
  const left = removeMembers(home, leaving, change.nextHead);
  if (!left.ok) return left;
  const members = change.persons.map((one) => (one.person === change.head ? { ...one, relation: HEAD } : one));
  return { ok: true, next: [...left.next, { id: null, head: change.head, division: change.division, address: change.address, members }] };
}

function merge(home: HouseholdNow, change: Extract<HouseholdChange, { is: 'merge' }>, ground: ChangeGround): ChangePlan {
  const into = ground.households.find((one) => one.id === change.into);
  if (!into || into.members.length === 0) return no('household.target-not-found');
  if (into.id === home.id) return no('household.same-household');
  const told = new Map(change.relations.map((one) => [one.person, one.relation]));
  const arriving = home.members.map((one) => ({ person: one.person, relation: told.get(one.person) ?? (isHead(one.relation) ? '其他' : one.relation) }));
  if (arriving.some((one) => isHead(one.relation))) return no('household.one-head');
  if (arriving.some((one) => has(into, one.person))) return no('household.member-twice');
  return { ok: true, next: [{ ...stateOf(home), head: null, members: [] }, { ...stateOf(into), members: [...stateOf(into).members, ...arriving] }] };
}

function changeHead(home: HouseholdNow, change: Extract<HouseholdChange, { is: 'head' }>): ChangePlan {
  if (!has(home, change.head)) return no('household.head-not-member');
  if (change.head === home.head) return no('household.nothing-changes');
  const told = new Map((change.relations ?? []).map((one) => [one.person, one.relation]));
  const members = stateOf(home).members.map((one) => ({
    person: one.person, relation: one.person === change.head ? HEAD : told.get(one.person) ?? (one.person === home.head ? '其他' : one.relation),
  }));
  if (members.filter((one) => isHead(one.relation)).length !== 1) return no('household.one-head');
  return { ok: true, next: [{ ...stateOf(home), head: change.head, members }] };
}
