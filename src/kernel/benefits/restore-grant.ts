import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { addMonths, type Month } from '../values/month.ts';
import { firstDay, monthOfDay, type VersionContent } from './grant-version.ts';
import { refuseSecondGrant } from './open-grant.ts';
import { replaceVersions } from './replace-versions.ts';
import { setGrantState, takeGrant } from './take-grant.ts';

interface Old {
  readonly id: number; readonly from_month: string; readonly to_month: string | null; readonly state: VersionContent['state']; readonly hukou_kind: VersionContent['hukouKind']; readonly facts: unknown;
  readonly basis: VersionContent['basis']; readonly change: VersionContent['change']; readonly case_id: number | null; readonly decision_id: number | null;
}

/**
 * 恢复原状: a decision rested on an error (a death that was none). Every month from the one it counted for is worth again what was known before it, with the
 * reason; what was not paid meanwhile follows as arrears. Refuses when somebody has been granted the same elsewhere since.
 */
export async function restoreGrant(tx: Tx, by: CommandContext, restore: { readonly grantId: number; readonly fromMonth: Month; readonly before: number; readonly reason: string }): Promise<void> {
  const grant = await takeGrant(tx, restore.grantId, restore.fromMonth);
  const old = await tx.rows<Old & Record<string, unknown>>(
    `select id, from_month, to_month, state, hukou_kind, version_facts(facts, kept_of) as facts, basis, change, case_id, decision_id from grant_version
      where grant_id = $1 and known_from < $2 and (known_to is null or known_to >= $2) and (to_month is null or to_month > $3) order by from_month`, [grant.id, restore.before, firstDay(restore.fromMonth)]);
  for (const version of old) {
    const from = version.from_month > firstDay(restore.fromMonth) ? monthOfDay(version.from_month) : restore.fromMonth;
    const content = await contentOf(tx, version, restore.reason);
    await refuseSecondGrant(tx, grant.benefit, content.personIds, grant.id, from);
    await replaceVersions(tx, grant, from, version.to_month === null ? null : monthOfDay(version.to_month), content);
  }
  const last = old.at(-1);
  // an end that lies ahead (a birthday) is recorded already and stands once it is reached
  const state = last?.state === 'ended' && last.from_month <= by.today ? 'ended' : last?.state === 'suspended' ? 'suspended' : 'active';
  await setGrantState(tx, grant.id, state, last?.state === 'ended' ? addMonths(monthOfDay(last.from_month), -1) : null);
}

async function contentOf(tx: Tx, version: Old, reason: string): Promise<VersionContent> {
  const lines = await tx.rows<{ item: string; personId: number | null; fen: number; funding: string | null }>('select item, person_id as "personId", fen, funding from grant_line where version_id = $1 order by id', [version.id]);
  const persons = await tx.rows<{ person_id: number }>('select person_id from version_person where version_id = $1 order by id', [version.id]);
  return {
    state: version.state, hukouKind: version.hukou_kind, personIds: persons.map((one) => one.person_id), lines, facts: version.facts, assessment: null, basis: version.basis,
    change: version.state === 'paid' && version.change !== 'phase-out' ? 'resumed' : version.change, reason, caseId: version.case_id, decisionId: version.decision_id,
  };
}
