import type { Assessment } from '../contract/rules.ts';
import type { Tx } from '../db/tx.ts';
import { keptOf, slimOf } from '../benefits/grant-version.ts';
import type { LoadedVersion } from './load-versions.ts';
import type { Stretch } from './price-version.ts';

/** A version that is known better now: its months again, with what each is worth. */
export interface Replacement { readonly version: LoadedVersion; readonly stretches: readonly Stretch[]; readonly reason: (stretch: Stretch) => string }

interface NewVersion { readonly of: LoadedVersion; readonly stretch: Stretch; readonly reason: string | null }

/**
 * Closes the versions and records their months again, thousands in three statements. What was recorded is never changed; months that stay as they
 * were are copied with all they had, months under another standard say so. Who is counted and what is known of them stay, and are not written again (`persons_of`, `kept_of`).
 */
export async function writeVersions(tx: Tx, replacements: readonly Replacement[]): Promise<void> {
  if (replacements.length === 0) return;
  await tx.run('update grant_version set known_to = current_command() where id = any ($1) and known_to is null', [replacements.map((one) => one.version.id)]);
  await insertVersions(tx, replacements.flatMap((one) => one.stretches.map((stretch) => ({ of: one.version, stretch, reason: stretch.assessment === null ? null : one.reason(stretch) }))));
  await tx.run('update benefit_grant set version = version + 1 where id = any ($1)', [[...new Set(replacements.map((one) => one.version.grantId))]]);
}

/** Where the facts are known the words are worked out again when somebody asks (`whole-assessments.ts`); amounts inferred from a roster keep theirs. */
const keep = (of: LoadedVersion, assessment: Assessment): unknown => (of.facts === null ? keptOf(assessment) : slimOf(assessment));

const day = (month: string | null): string | null => (month === null ? null : `${month}-01`);

/** The versions and their lines in one statement: a line finds its version by the one it came from and the month it begins in. */
async function insertVersions(tx: Tx, versions: readonly NewVersion[]): Promise<void> {
  const lines = versions.flatMap((v) => v.stretch.lines.map((line) => ({ ...line, grant: v.of.grantId, from: day(v.stretch.from) })));
  await tx.run(
    `with written as (
       insert into grant_version (grant_id, benefit, household_id, division_id, from_month, to_month, state, persons, hukou_kind, fen, kept_of, rules, assessment, basis, change, reason, case_id, decision_id, persons_of)
       select v.grant_id, v.benefit, v.household_id, v.division_id, n.from_month, n.to_month, v.state, v.persons, v.hukou_kind, n.fen, coalesce(v.kept_of, v.id), coalesce(n.rules, v.rules),
              case when n.assessment is null and v.kept_of is not null then v.assessment else n.assessment::jsonb end, v.basis,
              case when n.reason is null then v.change else 'standard' end, coalesce(n.reason, v.reason), v.case_id, v.decision_id, ${PERSONS_OF}
         from unnest($1::bigint[], $2::date[], $3::date[], $4::bigint[], $5::text[], $6::text[], $7::text[]) as n (of, from_month, to_month, fen, rules, assessment, reason)
         join grant_version v on v.id = n.of
       returning id, grant_id, household_id, division_id, from_month)
     insert into grant_line (version_id, household_id, division_id, item, person_id, fen, funding)
     select w.id, w.household_id, w.division_id, l.item, l.person_id, l.fen, l.funding
       from unnest($8::bigint[], $9::date[], $10::text[], $11::bigint[], $12::bigint[], $13::text[]) with ordinality as l (grant_id, from_month, item, person_id, fen, funding, nth)
       join written w on w.grant_id = l.grant_id and w.from_month = l.from_month order by w.id, l.nth`,
    [versions.map((v) => v.of.id), versions.map((v) => day(v.stretch.from)), versions.map((v) => day(v.stretch.to)), versions.map((v) => v.stretch.lines.reduce((sum, line) => sum + line.fen, 0)),
      versions.map((v) => v.stretch.assessment?.rules.id ?? null), versions.map((v) => (v.stretch.assessment === null ? null : JSON.stringify(keep(v.of, v.stretch.assessment)))), versions.map((v) => v.reason),
      lines.map((l) => l.grant), lines.map((l) => l.from), lines.map((l) => l.item), lines.map((l) => l.personId), lines.map((l) => l.fen), lines.map((l) => l.funding)]);
}

/** SQL: the version that has the persons of version `v`. */
const PERSONS_OF = `case when v.persons_of is null or exists (select 1 from grant_person p where p.version_id = v.id) then v.id else v.persons_of end`;
