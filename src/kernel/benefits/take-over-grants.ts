import type { HukouKind } from '../contract/parameter.ts';
import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { Month } from '../values/month.ts';
import { followStandards } from '../repricing/follow-standards.ts';
import { followTurns } from './follow-turns.ts';
import { firstDay } from './grant-version.ts';

/** A household as the old roster has it. */
export interface TakenOverHousehold {
  readonly householdId: number;
  readonly divisionId: number;
  readonly hukouKind: HukouKind;
  readonly personIds: readonly number[];
  /** 分 a month, as recorded; it was decided elsewhere and is not computed again. */
  readonly fen: number;
  /** Split by pay item where the roster splits it; otherwise all is `item` of the takeover. */
  readonly lines?: readonly { readonly item: string; readonly personId: number | null; readonly fen: number }[];
  readonly facts?: unknown;
  /** 起保: first month of the benefit, where the roster tells; reviews keep its rhythm. */
  readonly since?: Month;
}

export interface TakeOverGrants {
  readonly benefit: string;
  /** First month this platform pays: earlier months are not on its books. */
  readonly firstMonth: Month;
  /** Office taking over. */
  readonly divisionId: number;
  readonly document: { readonly title: string; readonly sha256: Buffer };
  /** Pay item of amounts that the roster does not split. */
  readonly item: string;
  readonly reason: string;
  readonly households: readonly TakenOverHousehold[];
}

/**
 * 接收: an existing register becomes grants, thousands in one command, amounts as recorded, with the digest of the roster.
 * Refuses a roster that was taken over before, an amount that is nothing, and a person who already is in a grant.
 */
export async function takeOverGrants(tx: Tx, _by: CommandContext, take: TakeOverGrants): Promise<{ takeoverId: number; grants: number }> {
  const { households } = take;
  const wrong = households.findIndex((h) => !Number.isSafeInteger(h.fen) || h.fen <= 0 || (h.lines !== undefined && h.lines.reduce((sum, line) => sum + line.fen, 0) !== h.fen));
  if (wrong >= 0) throw new Refusal('grant.takeover-amount', { row: wrong + 1 });
  const persons = households.flatMap((h) => h.personIds);
  const twice = await tx.rows('select persons_already_granted($1, $2, null, daterange($3, null))', [take.benefit, persons, firstDay(take.firstMonth)]);
  if (twice.length > 0 || new Set(persons).size !== persons.length) throw new Refusal('grant.person-already', { count: Math.max(twice.length, persons.length - new Set(persons).size) });
  const takeover = await tx.find<{ id: number }>(
    `insert into grant_takeover (division_id, benefit, document_title, document_digest, first_month, grants, persons, fen) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (benefit, document_digest) do nothing returning id`,
    [take.divisionId, take.benefit, take.document.title, take.document.sha256, firstDay(take.firstMonth), households.length, persons.length, households.reduce((sum, h) => sum + h.fen, 0)]);
  if (!takeover) throw new Refusal('grant.takeover-repeated');
  const grants = await insertGrants(tx, take, takeover.id);
  const versions = await insertVersions(tx, take, grants);
  await insertLines(tx, take, versions);
  await insertPersons(tx, take, grants, versions);
  await followTurns(tx, take.benefit, grants, take.firstMonth);
  await followStandards(tx, grants, take.firstMonth);
  return { takeoverId: takeover.id, grants: grants.length };
}

/** Ids in the order of the households: taken from the sequence first, so that order need not be guessed from `returning`. */
async function insertGrants(tx: Tx, take: TakeOverGrants, takeover: number): Promise<number[]> {
  const ids = await nextIds(tx, 'benefit_grant', take.households.length);
  await tx.run(
    `insert into benefit_grant (id, benefit, takeover_id, household_id, division_id, first_month, since_month) overriding system value
     select g.id, $1, $2, g.household, g.division, $3, g.since from unnest($4::bigint[], $5::bigint[], $6::int[], $7::date[]) as g (id, household, division, since)`,
    [take.benefit, takeover, firstDay(take.firstMonth), ids, take.households.map((h) => h.householdId), take.households.map((h) => h.divisionId),
      take.households.map((h) => (h.since === undefined ? null : firstDay(h.since)))]);
  return ids;
}

async function insertVersions(tx: Tx, take: TakeOverGrants, grants: readonly number[]): Promise<number[]> {
  const ids = await nextIds(tx, 'grant_version', take.households.length);
  await tx.run(
    `insert into grant_version (id, grant_id, benefit, household_id, division_id, from_month, state, persons, hukou_kind, fen, facts, basis, change, reason) overriding system value
     select v.id, v.grant_id, $1, v.household, v.division, $2, 'paid', v.persons, v.hukou, v.fen, v.facts::jsonb, 'takeover', 'opened', $3
       from unnest($4::bigint[], $5::bigint[], $6::bigint[], $7::int[], $8::int[], $9::text[], $10::bigint[], $11::text[]) as v (id, grant_id, household, division, persons, hukou, fen, facts)`,
    [take.benefit, firstDay(take.firstMonth), take.reason, ids, grants, take.households.map((h) => h.householdId), take.households.map((h) => h.divisionId),
      take.households.map((h) => h.personIds.length), take.households.map((h) => h.hukouKind), take.households.map((h) => h.fen),
      take.households.map((h) => (h.facts === undefined ? null : JSON.stringify(h.facts)))]);
  return ids;
}

async function insertLines(tx: Tx, take: TakeOverGrants, versions: readonly number[]): Promise<void> {
  const lines = take.households.flatMap((h, i) => (h.lines ?? [{ item: take.item, personId: null, fen: h.fen }])
    .map((line) => ({ ...line, version: versions[i] as number, householdId: h.householdId, divisionId: h.divisionId })));
  await tx.run(
    `insert into grant_line (version_id, household_id, division_id, item, person_id, fen)
     select * from unnest($1::bigint[], $2::bigint[], $3::int[], $4::text[], $5::bigint[], $6::bigint[])`,
    [lines.map((l) => l.version), lines.map((l) => l.householdId), lines.map((l) => l.divisionId), lines.map((l) => l.item), lines.map((l) => l.personId), lines.map((l) => l.fen)]);
}

async function insertPersons(tx: Tx, take: TakeOverGrants, grants: readonly number[], versions: readonly number[]): Promise<void> {
  const rows = take.households.flatMap((h, i) => h.personIds.map((person) => ({ person, version: versions[i] as number, grant: grants[i] as number, h })));
  await tx.run(
    `insert into grant_person (version_id, grant_id, benefit, person_id, household_id, division_id, from_month)
     select p.version, p.grant_id, $1, p.person, p.household, p.division, $2 from unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::int[]) as p (version, grant_id, person, household, division)`,
    [take.benefit, firstDay(take.firstMonth), rows.map((r) => r.version), rows.map((r) => r.grant), rows.map((r) => r.person), rows.map((r) => r.h.householdId), rows.map((r) => r.h.divisionId)]);
}

async function nextIds(tx: Tx, table: string, count: number): Promise<number[]> {
  const rows = await tx.rows<{ id: number }>(`select nextval(pg_get_serial_sequence($1, 'id')) as id from generate_series(1, $2)`, [table, count]);
  return rows.map((row) => row.id);
}
