import type { HukouKind } from '../../contract/parameter.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { registerHouseholds } from './register-households.ts';

/** A person who is to be paid under his own name: where he is handled, since when. */
export interface OwnUnitFacts { readonly personId: number; readonly divisionId: number; readonly address: string; readonly hukouKind: HukouKind; readonly validFrom: PlainDate }

/**
 * 个人名下: what persons draw for themselves is granted and paid under a unit of one, found or made, in the order asked. Two who ask at the same moment wait for each
 * other in the database. Refuses `access.outside-area` where a person is paid by another office.
 */
export async function ownUnits(tx: Tx, by: CommandContext, people: readonly OwnUnitFacts[], reason: string): Promise<number[]> {
  await tx.rows('select pg_advisory_xact_lock(880100, slot) from (select distinct (p % 65536)::int as slot from unnest($1::bigint[]) p order by 1) s', [people.map((one) => one.personId)]);
  const known = await findOwnUnits(tx, people.map((one) => one.personId));
  const here = new Set((await tx.rows<{ id: number }>('select id from household where id = any ($1::bigint[])', [[...known.values()]])).map((row) => row.id));
  if (here.size < known.size) throw new Refusal('access.outside-area');
  const fresh = [...new Map(people.filter((one) => !known.has(one.personId)).map((one) => [one.personId, one])).values()];
  const made = await registerHouseholds(tx, by, fresh.map(({ personId, ...facts }) => ({ ...facts, headPersonId: personId, members: [], single: true as const })), reason);
  const all = new Map([...known, ...fresh.map((one, at) => [one.personId, made[at]?.id ?? 0] as const)]);
  return people.map((one) => all.get(one.personId) ?? 0);
}

/** Which of these persons have one already, wherever it lies. */
export async function findOwnUnits(tx: Tx, persons: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const rows = await tx.rows<{ person_id: number; household_id: number }>('select * from own_units_of($1::bigint[])', [persons]);
  return new Map(rows.map((row) => [row.person_id, row.household_id]));
}
