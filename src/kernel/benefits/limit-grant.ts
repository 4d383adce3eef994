import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { addMonths, type Month } from '../values/month.ts';
import { firstDay } from './grant-version.ts';
import { replaceVersions } from './replace-versions.ts';
import { takeGrant } from './take-grant.ts';

/** A grant that was given for a time: nothing is due after its last month. It stays active until then; no line is held. */
export async function limitGrant(tx: Tx, _by: CommandContext, limit: { readonly grantId: number; readonly lastMonth: Month; readonly reason: string }): Promise<void> {
  const from = addMonths(limit.lastMonth, 1);
  const grant = await takeGrant(tx, limit.grantId, from);
  const { hukou_kind: hukouKind } = await tx.one<{ hukou_kind: 'urban' | 'rural' }>('select hukou_kind from grant_version where grant_id = $1 and known_to is null order by from_month desc limit 1', [grant.id]);
  await replaceVersions(tx, grant, from, null, {
    state: 'ended', hukouKind, personIds: [], lines: [], facts: null, assessment: null, basis: 'assessment', change: 'ended', reason: limit.reason, caseId: null, decisionId: null,
  });
  await tx.run('update benefit_grant set last_month = $2, version = version + 1 where id = $1', [grant.id, firstDay(limit.lastMonth)]);
}
