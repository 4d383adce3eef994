import type { HukouKind } from '../contract/parameter.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Assessment } from '../contract/rules.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { Month } from '../values/month.ts';
import { followStandards } from '../repricing/follow-standards.ts';
import { followTurns } from './follow-turns.ts';
import { firstDay, listMembersOn, toGrantLines, type GrantChange, type GrantPerson } from './grant-version.ts';
import { refuseSecondGrant } from './open-grant.ts';
import { replaceVersions } from './replace-versions.ts';
import { setGrantState, takeGrant } from './take-grant.ts';

export interface ChangeGrant {
  readonly grantId: number;
  /** First month the change counts for; may lie in the past. */
  readonly fromMonth: Month;
  /** Exclusive end, when later months stay as recorded. */
  readonly toMonth?: Month;
  readonly hukouKind: HukouKind;
  readonly facts: unknown;
  readonly assessment: Assessment;
  readonly change: Extract<GrantChange, 'members' | 'income' | 'standard' | 'other'>;
  /** As it will stand on the roll: 11月失业，工资少 228.00 */
  readonly reason: string;
  readonly caseId?: number;
  readonly decisionId?: number | null;
  readonly persons?: readonly GrantPerson[];
  readonly seen?: number;
}

/**
 * The amount changes from a month on. Months already paid are not rewritten: their difference comes with the next roll, as arrears or,
 * by a recovery plan, as recovery. Refuses an ended grant, and a person who is in another one.
 */
export async function changeGrant(tx: Tx, _by: CommandContext, change: ChangeGrant): Promise<number> {
  if (change.assessment.outcome !== 'granted') throw new Refusal('grant.not-granted');
  const grant = await takeGrant(tx, change.grantId, change.fromMonth, change.seen);
  if (grant.state === 'ended') throw new Refusal('grant.ended');
  const persons = change.persons ?? await listMembersOn(tx, grant.householdId, firstDay(change.fromMonth));
  await refuseSecondGrant(tx, grant.benefit, persons.map((p) => p.personId), grant.id, change.fromMonth);
  const version = await replaceVersions(tx, grant, change.fromMonth, change.toMonth ?? null, {
    state: 'paid', hukouKind: change.hukouKind, personIds: persons.map((p) => p.personId), lines: toGrantLines(change.assessment.lines, persons),
    facts: change.facts, assessment: change.assessment, basis: 'assessment', change: change.change, reason: change.reason,
    caseId: change.caseId ?? null, decisionId: change.decisionId ?? null,
  });
  await setGrantState(tx, grant.id, change.toMonth === undefined ? 'active' : grant.state, null);
  if (change.toMonth === undefined) await followTurns(tx, grant.benefit, [grant.id], change.fromMonth);
  await followStandards(tx, [grant.id], change.fromMonth);
  return version;
}
