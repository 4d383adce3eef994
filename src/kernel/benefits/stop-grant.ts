import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { holdLinesOfGrant } from '../payroll/hold-lines.ts';
import { addMonths, type Month } from '../values/month.ts';
import { followStandards } from '../repricing/follow-standards.ts';
import { followTurns } from './follow-turns.ts';
import { firstDay, type GrantChange, type VersionContent } from './grant-version.ts';
import { refuseSecondGrant } from './open-grant.ts';
import { replaceVersions } from './replace-versions.ts';
import { setGrantState, takeGrant, type GrantRow } from './take-grant.ts';

interface Stop {
  readonly grantId: number;
  readonly reason: string;
  readonly caseId?: number;
  readonly decisionId?: number | null;
  readonly seen?: number;
}

/** 暂停: nothing is paid from a month on until it is lifted; what is drawn and not yet sent to the bank is held at once. */
export async function suspendGrant(tx: Tx, by: CommandContext, stop: Stop & { readonly fromMonth: Month }): Promise<void> {
  const grant = await takeGrant(tx, stop.grantId, stop.fromMonth, stop.seen);
  if (grant.state === 'ended') throw new Refusal('grant.ended');
  await stopFrom(tx, grant, stop.fromMonth, 'suspended', stop);
  await setGrantState(tx, grant.id, 'suspended', null);
  await holdLinesOfGrant(tx, by, grant.id, stop.fromMonth, stop.reason);
}

/**
 * 停发: `lastMonth` is the last month that is due. A death holds the next payment at once; months paid after the last are overpaid,
 * and stay on the books until they are recovered.
 */
export async function endGrant(tx: Tx, by: CommandContext, stop: Stop & { readonly lastMonth: Month }): Promise<void> {
  const from = addMonths(stop.lastMonth, 1);
  const grant = await takeGrant(tx, stop.grantId, from, stop.seen);
  if (grant.state === 'ended') throw new Refusal('grant.ended');
  await stopFrom(tx, grant, from, 'ended', stop);
  await setGrantState(tx, grant.id, 'ended', stop.lastMonth);
  await holdLinesOfGrant(tx, by, grant.id, from, stop.reason);
}

async function stopFrom(tx: Tx, grant: GrantRow, from: Month, state: 'suspended' | 'ended', stop: Stop): Promise<void> {
  const before = await tx.find<{ hukou_kind: VersionContent['hukouKind'] }>(
    `select hukou_kind from grant_version where grant_id = $1 and known_to is null order by from_month desc limit 1`, [grant.id]);
  await replaceVersions(tx, grant, from, null, {
    state, hukouKind: before?.hukou_kind ?? 'urban', personIds: [], lines: [], facts: null, assessment: null, basis: 'assessment',
    change: state, reason: stop.reason, caseId: stop.caseId ?? null, decisionId: stop.decisionId ?? null,
  });
}

/** 恢复: what was last paid is due again from a month on, which may lie in the past (a death reported in error): then with arrears. */
export async function resumeGrant(tx: Tx, _by: CommandContext, resume: Stop & { readonly fromMonth: Month }): Promise<void> {
  const grant = await takeGrant(tx, resume.grantId, resume.fromMonth, resume.seen);
  if (grant.state === 'active') throw new Refusal('grant.not-suspended');
  const content = await lastPaidContent(tx, grant.id, resume);
  await refuseSecondGrant(tx, grant.benefit, content.personIds, grant.id, resume.fromMonth);
  await replaceVersions(tx, grant, resume.fromMonth, null, content);
  await setGrantState(tx, grant.id, 'active', null);
  await followTurns(tx, grant.benefit, [grant.id], resume.fromMonth);
  await followStandards(tx, [grant.id], resume.fromMonth);
}

async function lastPaidContent(tx: Tx, grantId: number, resume: Stop & { readonly fromMonth: Month }): Promise<VersionContent> {
  const version = await tx.one<{ id: number; hukou_kind: VersionContent['hukouKind']; facts: unknown; assessment: VersionContent['assessment']; basis: VersionContent['basis']; case_id: number | null; decision_id: number | null }>(
    `select id, hukou_kind, version_facts(facts, kept_of) as facts, version_assessment(assessment, kept_of) as assessment, basis, case_id, decision_id from grant_version where grant_id = $1 and state = 'paid'
      order by (from_month <= $2 and (to_month is null or to_month > $2)) desc, known_from desc, from_month desc limit 1`, [grantId, firstDay(resume.fromMonth)]);
  const lines = await tx.rows<{ item: string; person_id: number | null; fen: number; funding: string | null }>('select item, person_id, fen, funding from grant_line where version_id = $1 order by id', [version.id]);
  const persons = await tx.rows<{ person_id: number }>('select person_id from version_person where version_id = $1 order by id', [version.id]);
  return {
    state: 'paid', hukouKind: version.hukou_kind, personIds: persons.map((p) => p.person_id),
    lines: lines.map((l) => ({ item: l.item, personId: l.person_id, fen: l.fen, funding: l.funding })),
    facts: version.facts, assessment: version.assessment, basis: version.basis, change: 'resumed' satisfies GrantChange, reason: resume.reason,
    caseId: resume.caseId ?? version.case_id, decisionId: resume.decisionId ?? version.decision_id,
  };
}
