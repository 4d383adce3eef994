import type { Assessment } from '../contract/rules.ts';
import type { Tx } from '../db/tx.ts';
import { keptOf, slimOf } from '../benefits/grant-version.ts';
import type { LoadedVersion } from './load-versions.ts';
import type { Stretch } from './price-version.ts';

/** A version that is known better now: its months again, with what each is worth. */
export interface Replacement { readonly version: LoadedVersion; readonly stretches: readonly Stretch[]; readonly reason: (stretch: Stretch) => string }

interface NewVersion { readonly id: number; readonly of: LoadedVersion; readonly stretch: Stretch; readonly reason: string | null }

/**
 * Closes the versions and records their months again, thousands in four statements. What was recorded is never changed; months that stay as they
 * were are copied with all they had, months under another standard say so. Who is counted stays, and is not written again (`persons_of`).
 */
export async function writeVersions(tx: Tx, replacements: readonly Replacement[]): Promise<void> {
  if (replacements.length === 0) return;
  const closed = replacements.map((one) => one.version.id);
  await tx.run('update grant_version set known_to = current_command() where id = any ($1) and known_to is null', [closed]);
  const stretches = replacements.flatMap((one) => one.stretches.map((stretch) => ({ of: one.version, stretch, reason: stretch.assessment === null ? null : one.reason(stretch) })));
  const ids = await tx.rows<{ id: number }>(`select nextval(pg_get_serial_sequence('grant_version', 'id')) as id from generate_series(1, $1)`, [stretches.length]);
  const versions = stretches.map((one, at): NewVersion => ({ ...one, id: ids[at]?.id ?? 0 }));
  await insertVersions(tx, versions);
  await insertLines(tx, versions);
  await tx.run('update benefit_grant set version = version + 1 where id = any ($1)', [[...new Set(replacements.map((one) => one.version.grantId))]]);
}

/** Where the facts stand beside it the words are worked out again when somebody asks (`whole-assessments.ts`); amounts inferred from a roster keep theirs. */
const keep = (of: LoadedVersion, assessment: Assessment): unknown => (of.facts === null ? keptOf(assessment) : slimOf(assessment));

const day = (month: string | null): string | null => (month === null ? null : `${month}-01`);

async function insertVersions(tx: Tx, versions: readonly NewVersion[]): Promise<void> {
  await tx.run(
    `insert into grant_version (id, grant_id, benefit, household_id, division_id, from_month, to_month, state, persons, hukou_kind, fen, facts, rules, assessment, basis, change, reason, case_id, decision_id, persons_of) overriding system value
     select n.id, v.grant_id, v.benefit, v.household_id, v.division_id, n.from_month, n.to_month, v.state, v.persons, v.hukou_kind, n.fen, v.facts, coalesce(n.rules, v.rules), coalesce(n.assessment::jsonb, v.assessment), v.basis,
            case when n.reason is null then v.change else 'standard' end, coalesce(n.reason, v.reason), v.case_id, v.decision_id,
            case when v.persons_of is null or exists (select 1 from grant_person p where p.version_id = v.id) then v.id else v.persons_of end
       from unnest($1::bigint[], $2::bigint[], $3::date[], $4::date[], $5::bigint[], $6::text[], $7::text[], $8::text[]) as n (id, of, from_month, to_month, fen, rules, assessment, reason)
       join grant_version v on v.id = n.of`,
    [versions.map((v) => v.id), versions.map((v) => v.of.id), versions.map((v) => day(v.stretch.from)), versions.map((v) => day(v.stretch.to)), versions.map((v) => v.stretch.lines.reduce((sum, line) => sum + line.fen, 0)),
      versions.map((v) => v.stretch.assessment?.rules.id ?? null), versions.map((v) => (v.stretch.assessment === null ? null : JSON.stringify(keep(v.of, v.stretch.assessment)))), versions.map((v) => v.reason)]);
}

async function insertLines(tx: Tx, versions: readonly NewVersion[]): Promise<void> {
  const lines = versions.flatMap((v) => v.stretch.lines.map((line) => ({ ...line, v })));
  await tx.run(
    `insert into grant_line (version_id, household_id, division_id, item, person_id, fen, funding)
     select * from unnest($1::bigint[], $2::bigint[], $3::int[], $4::text[], $5::bigint[], $6::bigint[], $7::text[])`,
    [lines.map((l) => l.v.id), lines.map((l) => l.v.of.householdId), lines.map((l) => l.v.of.divisionId), lines.map((l) => l.item), lines.map((l) => l.personId), lines.map((l) => l.fen), lines.map((l) => l.funding)]);
}
