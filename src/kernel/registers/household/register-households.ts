import type { HukouKind } from '../../contract/parameter.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { nextNumbers } from '../../numbering/next-number.ts';
import type { PlainDate } from '../../values/plain-date.ts';

export interface HouseholdFacts {
  readonly divisionId: number;
  readonly address: string;
  readonly hukouKind: HukouKind;
  readonly headPersonId: number;
  readonly members: readonly { readonly personId: number; readonly relation: string }[];
  readonly validFrom: PlainDate;
  /** 个人名下: a unit of one, beside the household he lives in. */
  readonly single?: true;
}

export interface RegisteredHousehold { readonly id: number; readonly number: string }

/** Households of one statement: with their members about as many rows as elsewhere. */
const CHUNK = 2_000;

/**
 * 户: people living together, at an address, on a day. Its number is 户 + year + serial, never reused. Answers stand in the order asked.
 * A unit of one has 个人 in place of 户 (GR); all of one call are the one or the other. One path for one household and for a roster of thousands.
 */
export async function registerHouseholds(tx: Tx, by: CommandContext, households: readonly HouseholdFacts[], reason: string): Promise<RegisteredHousehold[]> {
  const registered: RegisteredHousehold[] = [];
  for (let start = 0; start < households.length; start += CHUNK) registered.push(...await registerChunk(tx, by, households.slice(start, start + CHUNK), reason));
  return registered;
}

async function registerChunk(tx: Tx, by: CommandContext, households: readonly HouseholdFacts[], reason: string): Promise<RegisteredHousehold[]> {
  const numbers = await nextNumbers(tx, `${by.city.short}-${households[0]?.single ? 'GR' : 'HH'}`, Number(by.today.slice(0, 4)), households.length);
  const column = <K extends keyof HouseholdFacts>(key: K): HouseholdFacts[K][] => households.map((h) => h[key]);
  const rows = await tx.rows<{ id: number; number: string }>(
    `insert into household (number, head_person_id, division_id, address, hukou_kind, single)
     select number, head, division, address, hukou, single
       from unnest($1::text[], $2::bigint[], $3::int[], $4::text[], $5::text[], $6::boolean[]) with ordinality as h (number, head, division, address, hukou, single, nth)
      order by nth returning id, number`,
    [numbers, column('headPersonId'), column('divisionId'), column('address'), column('hukouKind'), households.map((h) => h.single ?? null)]);
  const idOf = new Map(rows.map((r) => [r.number, r.id]));
  const ids = numbers.map((number) => idOf.get(number) as number);
  await tx.run(
    `insert into household_version (household_id, division_id, head_person_id, address, hukou_kind, valid_from, reason)
     select id, division, head, address, hukou, since, $7
       from unnest($1::bigint[], $2::int[], $3::bigint[], $4::text[], $5::text[], $6::date[]) with ordinality as h (id, division, head, address, hukou, since, nth)
      order by nth`,
    [ids, column('divisionId'), column('headPersonId'), column('address'), column('hukouKind'), column('validFrom'), reason]);
  await insertMembers(tx, households.flatMap((h, at) => h.members.map((m) => ({ ...m, household: ids[at] as number, division: h.divisionId, since: h.validFrom }))), reason);
  return numbers.map((number, at) => ({ id: ids[at] as number, number }));
}

interface MemberRow { readonly household: number; readonly division: number; readonly personId: number; readonly relation: string; readonly since: PlainDate }

async function insertMembers(tx: Tx, members: readonly MemberRow[], reason: string): Promise<void> {
  await tx.run(
    `insert into household_member (household_id, division_id, person_id, relation, valid_from, reason)
     select household, division, person, relation, since, $6
       from unnest($1::bigint[], $2::int[], $3::bigint[], $4::text[], $5::date[]) with ordinality as m (household, division, person, relation, since, nth) order by nth`,
    [members.map((m) => m.household), members.map((m) => m.division), members.map((m) => m.personId), members.map((m) => m.relation), members.map((m) => m.since), reason]);
}
