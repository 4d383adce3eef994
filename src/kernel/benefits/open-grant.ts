import type { HukouKind } from '../contract/parameter.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Assessment } from '../contract/rules.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { Month } from '../values/month.ts';
import { followStandards } from '../repricing/follow-standards.ts';
import { followTurns } from './follow-turns.ts';
import { firstDay, insertVersion, listMembersOn, toGrantLines, type GrantPerson } from './grant-version.ts';

export interface OpenGrant {
  readonly benefit: string;
  readonly caseId: number;
  readonly householdId: number;
  readonly divisionId: number;
  readonly hukouKind: HukouKind;
  /** 从作出确认同意决定之日下月起: the first month that is paid. */
  readonly firstMonth: Month;
  readonly facts: unknown;
  readonly assessment: Assessment;
  readonly decisionId: number | null;
  /** As it will stand on the roll: 11月26日批准，12月起发 */
  readonly reason: string;
  /** Who is counted; when absent, every member of the household on the first day. */
  readonly persons?: readonly GrantPerson[];
}

/** A household is granted a benefit from a month on. Refuses what was not assessed as granted, and a person who already is in another grant. */
export async function openGrant(tx: Tx, _by: CommandContext, open: OpenGrant): Promise<number> {
  if (open.assessment.outcome !== 'granted') throw new Refusal('grant.not-granted');
  const persons = open.persons ?? await listMembersOn(tx, open.householdId, firstDay(open.firstMonth));
  await refuseSecondGrant(tx, open.benefit, persons.map((p) => p.personId), null, open.firstMonth);
  const { id } = await tx.one<{ id: number }>(
    'insert into benefit_grant (benefit, case_id, household_id, division_id, first_month) values ($1, $2, $3, $4, $5) returning id',
    [open.benefit, open.caseId, open.householdId, open.divisionId, firstDay(open.firstMonth)]);
  await insertVersion(tx, { id, benefit: open.benefit, householdId: open.householdId, divisionId: open.divisionId }, open.firstMonth, null, {
    state: 'paid', hukouKind: open.hukouKind, personIds: persons.map((p) => p.personId), lines: toGrantLines(open.assessment.lines, persons),
    facts: open.facts, assessment: open.assessment, basis: 'assessment', change: 'opened', reason: open.reason, caseId: open.caseId, decisionId: open.decisionId,
  });
  await followTurns(tx, open.benefit, [id], open.firstMonth);
  await followStandards(tx, [id], open.firstMonth);
  return id;
}

/** Says in words what the constraint would only refuse; it does not tell where the other grant is. */
export async function refuseSecondGrant(tx: Tx, benefit: string, persons: readonly number[], grant: number | null, from: Month): Promise<void> {
  const twice = await tx.rows('select persons_already_granted($1, $2, $3, daterange($4, null))', [benefit, persons, grant, firstDay(from)]);
  if (twice.length > 0) throw new Refusal('grant.person-already', { count: twice.length });
}
