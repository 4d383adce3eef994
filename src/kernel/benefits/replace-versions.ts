import type { Tx } from '../db/tx.ts';
import type { Month } from '../values/month.ts';
import { firstDay, insertVersion, type GrantKey, type VersionContent } from './grant-version.ts';

interface Closed { readonly id: number; readonly from_month: string; readonly to_month: string | null }

/**
 * From a month on (until `to`, exclusive; null = without end) we know better. What was recorded is closed, never changed: months before
 * and after the stretch are recorded again as they were, the stretch with its new content. Returns the new version.
 */
export async function replaceVersions(tx: Tx, grant: GrantKey, from: Month, to: Month | null, content: VersionContent): Promise<number> {
  await ownPersons(tx, grant.id);
  const [start, end] = [firstDay(from), to === null ? null : firstDay(to)];
  const closed = await tx.rows<Closed>(
    `update grant_version set known_to = current_command()
      where grant_id = $1 and known_to is null and (to_month is null or to_month > $2) and ($3::date is null or from_month < $3) returning id, from_month, to_month`, [grant.id, start, end]);
  await tx.run('update grant_person set known_to = current_command() where version_id = any ($1) and known_to is null', [closed.map((v) => v.id)]);
  for (const version of closed) {
    if (version.from_month < start) await copyVersion(tx, version.id, version.from_month, start);
    if (end !== null && (version.to_month === null || version.to_month > end)) await copyVersion(tx, version.id, end, version.to_month);
  }
  return insertVersion(tx, grant, from, to, content);
}

/**
 * Versions that differ only in what a month is worth share the persons of the one they came from (a new standard changes nobody's household). Before one of
 * them is replaced by itself, each gets its persons recorded under its own months.
 */
async function ownPersons(tx: Tx, grantId: number): Promise<void> {
  await tx.run(
    `with shared as (
       update grant_person p set known_to = current_command()
        where p.known_to is null and p.version_id in (select persons_of from grant_version where grant_id = $1 and known_to is null) returning p.*)
     insert into grant_person (version_id, grant_id, benefit, person_id, household_id, division_id, from_month, to_month)
     select v.id, s.grant_id, s.benefit, s.person_id, s.household_id, s.division_id, v.from_month, v.to_month
       from grant_version v join shared s on s.version_id = v.persons_of where v.grant_id = $1 and v.known_to is null order by v.id, s.id`, [grantId]);
}

/** Records the months of a closed version that still hold once more, lines and persons with them. */
async function copyVersion(tx: Tx, version: number, from: string, to: string | null): Promise<void> {
  const { id } = await tx.one<{ id: number }>(
    `insert into grant_version (grant_id, benefit, household_id, division_id, from_month, to_month, state, persons, hukou_kind, fen, facts, kept_of, rules, assessment, basis, change, reason, case_id, decision_id)
     select grant_id, benefit, household_id, division_id, $2, $3, state, persons, hukou_kind, fen, null, coalesce(kept_of, id), rules, case when kept_of is not null then assessment end, basis, change, reason, case_id, decision_id
       from grant_version where id = $1 returning id`, [version, from, to]);
  await tx.run(
    `insert into grant_line (version_id, household_id, division_id, item, person_id, fen, funding)
     select $2, household_id, division_id, item, person_id, fen, funding from grant_line where version_id = $1 order by id`, [version, id]);
  await tx.run(
    `insert into grant_person (version_id, grant_id, benefit, person_id, household_id, division_id, from_month, to_month)
     select $2, grant_id, benefit, person_id, household_id, division_id, $3, $4 from grant_person where version_id = $1 order by id`, [version, id, from, to]);
}
