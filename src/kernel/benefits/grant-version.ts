import type { HukouKind } from '../contract/parameter.ts';
import { AppError } from '../contract/refusal.ts';
import type { AmountLine, Assessment } from '../contract/rules.ts';
import type { Tx } from '../db/tx.ts';
import { addMonths, month, type Month } from '../values/month.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** What made a version differ from the one before; decides the word on the roll. */
export type GrantChange = 'opened' | 'members' | 'income' | 'standard' | 'suspended' | 'resumed' | 'ended' | 'phase-out' | 'other';

/** A person the grant counts. `key` is the name the facts call the member by, as in an amount line's `person`. */
export interface GrantPerson {
  readonly key: string;
  readonly personId: number;
}

export interface GrantLine {
  readonly item: string;
  readonly personId: number | null;
  /** 分 a month */
  readonly fen: number;
  readonly funding: string | null;
}

/** All that a stretch of months is worth, and why. */
export interface VersionContent {
  readonly state: 'paid' | 'suspended' | 'ended';
  readonly hukouKind: HukouKind;
  readonly personIds: readonly number[];
  readonly lines: readonly GrantLine[];
  readonly facts: unknown;
  readonly assessment: Assessment | null;
  readonly basis: 'assessment' | 'takeover';
  readonly change: GrantChange;
  readonly reason: string;
  readonly caseId: number | null;
  readonly decisionId: number | null;
}

export interface GrantKey {
  readonly id: number;
  readonly benefit: string;
  readonly householdId: number;
  readonly divisionId: number;
}

/** First day of a month: how months are kept in the database. */
export const firstDay = (value: Month): PlainDate => `${value}-01` as PlainDate;
export const monthOfDay = (day: string): Month => month(day.slice(0, 7));
export const nextMonth = (value: Month): Month => addMonths(value, 1);

/** Lines as assessed, with members' keys turned into persons. Throws when a line names a member the grant does not count. */
export function toGrantLines(lines: readonly AmountLine[], persons: readonly GrantPerson[]): GrantLine[] {
  const ids = new Map(persons.map((person) => [person.key, person.personId]));
  return lines.map((line) => {
    const personId = line.person === undefined ? null : (ids.get(line.person) ?? null);
    if (line.person !== undefined && personId === null) throw new AppError('grant.member-unknown', `no person behind member ${line.person} of an amount line`);
    return { item: line.item, personId, fen: line.fen, funding: line.funding ?? null };
  });
}

/** Members of the household on a day, keyed by their number: who is counted when the caller names nobody. */
export async function listMembersOn(tx: Tx, householdId: number, day: PlainDate): Promise<GrantPerson[]> {
  const rows = await tx.rows<{ person_id: number }>(
    'select person_id from household_member where household_id = $1 and known_to is null and valid_from <= $2 and (valid_to is null or valid_to > $2) order by id', [householdId, day]);
  return rows.map((row) => ({ key: String(row.person_id), personId: row.person_id }));
}

/** Writes one stretch of months, its lines and its persons. `to` exclusive, null without end. */
export async function insertVersion(tx: Tx, grant: GrantKey, from: Month, to: Month | null, content: VersionContent): Promise<number> {
  const fen = content.lines.reduce((sum, line) => sum + line.fen, 0);
  const { assessment } = content;
  const { id } = await tx.one<{ id: number }>(
    `insert into grant_version (grant_id, benefit, household_id, division_id, from_month, to_month, state, persons, hukou_kind, fen, facts, rules, assessment, basis, change, reason, case_id, decision_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) returning id`,
    [grant.id, grant.benefit, grant.householdId, grant.divisionId, firstDay(from), to === null ? null : firstDay(to), content.state,
      content.state === 'paid' ? content.personIds.length : 0, content.hukouKind, fen, content.facts === null || content.facts === undefined ? null : JSON.stringify(content.facts),
      assessment?.rules.id ?? null, assessment === null ? null : JSON.stringify(keptOf(assessment)), content.basis, content.change, content.reason, content.caseId, content.decisionId]);
  await tx.run(
    `insert into grant_line (version_id, household_id, division_id, item, person_id, fen, funding)
     select $1, $2, $3, l.item, l.person, l.fen, l.funding from unnest($4::text[], $5::bigint[], $6::bigint[], $7::text[]) as l (item, person, fen, funding)`,
    [id, grant.householdId, grant.divisionId, content.lines.map((l) => l.item), content.lines.map((l) => l.personId), content.lines.map((l) => l.fen), content.lines.map((l) => l.funding)]);
  await tx.run(
    `insert into grant_person (version_id, grant_id, benefit, person_id, household_id, division_id, from_month, to_month)
     select $1, $2, $3, p, $4, $5, $6, $7 from unnest($8::bigint[]) as p`,
    [id, grant.id, grant.benefit, grant.householdId, grant.divisionId, firstDay(from), to === null ? null : firstDay(to), content.personIds]);
  return id;
}

/** What is kept where the facts and the figures it was worked out from are kept beside it: for which days it was asked; all words follow from them (`whole-assessments.ts`). */
export function slimOf(assessment: Pick<Assessment, 'day' | 'pricedOn'>): unknown {
  return { day: assessment.day, ...(assessment.pricedOn === undefined ? {} : { pricedOn: assessment.pricedOn }) };
}

/** What is kept of an assessment beside the facts: enough to show the working on any later day. */
export function keptOf(assessment: Assessment): unknown {
  return { day: assessment.day, ...(assessment.pricedOn === undefined ? {} : { pricedOn: assessment.pricedOn }), rules: assessment.rules, explanation: assessment.explanation, working: assessment.working, parameters: assessment.parameters };
}
