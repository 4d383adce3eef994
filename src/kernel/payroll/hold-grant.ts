import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { Month } from '../values/month.ts';
import { holdLinesOfGrant, recordHolds } from './hold-lines.ts';

export interface GrantHold { readonly grantId: number; readonly fromMonth: Month; /** What raised the doubt: the same is raised once. */ readonly cause: string; readonly reason: string }

/** 暂缓发放一份待遇: lines already drawn and not yet sent are held at once, those to come when they are drawn. Repeating it changes nothing. */
export async function holdGrant(tx: Tx, by: CommandContext, hold: GrantHold): Promise<void> {
  const fresh = await tx.run(
    `insert into grant_hold (grant_id, household_id, division_id, from_month, cause, reason) select id, household_id, division_id, $2, $3, $4 from benefit_grant where id = $1
     on conflict (grant_id, cause) do nothing`, [hold.grantId, `${hold.fromMonth}-01`, hold.cause, hold.reason]);
  if (fresh > 0) await holdLinesOfGrant(tx, by, hold.grantId, hold.fromMonth, hold.reason);
}

/** The doubt is cleared: by a decision or because it was an error. Lines of rolls not yet submitted go with the roll again; of later ones the next roll carries them. */
export async function liftGrantHold(tx: Tx, by: CommandContext, lift: { readonly grantId: number; readonly cause: string; readonly reason: string; readonly release: boolean }): Promise<void> {
  const lifted = await tx.run('update grant_hold set lifted_on = $3 where grant_id = $1 and cause = $2 and lifted_on is null', [lift.grantId, lift.cause, by.today]);
  if (lifted === 0 || !lift.release) return;
  const open = await tx.rows<{ id: number; roll_id: number; household_id: number; division_id: number }>(
    `update roll_line l set status = 'open' from roll r
      where r.id = l.roll_id and r.state in ('drawn', 'checked') and l.status = 'held' and exists (select 1 from roll_line_item i where i.line_id = l.id and i.grant_id = $1 and i.known_to is null)
        and not exists (select 1 from roll_finding f where f.line_id = l.id and f.must_hold)
     returning l.id, l.roll_id, l.household_id, l.division_id`, [lift.grantId]);
  await recordHolds(tx, by, open, false, lift.reason);
}
