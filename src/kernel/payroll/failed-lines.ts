import type { Tx } from '../db/tx.ts';

export interface FailedLine { readonly id: number; readonly code: string; readonly accountChanged: boolean }

/**
 * Failed lines of a roll that nothing has taken up yet: no follow-up roll carries them and no later month's roll did. `accountChanged`
 * when another account is registered than the one that failed.
 */
export async function listFailedLines(tx: Tx, roll: number, today: string): Promise<FailedLine[]> {
  return tx.rows<FailedLine & Record<string, unknown>>(
    `select l.id, e.code, (a.number_hash is not null and a.number_hash is distinct from l.account_hash) as "accountChanged"
       from roll_line l join payment_event e on e.line_id = l.id and e.kind = 'failed'
       left join lateral (
         select number_hash from payee_account p where p.household_id = l.household_id and p.known_to is null and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2) order by p.valid_from desc limit 1) a on true
      where l.roll_id = $1 and l.status = 'failed'
        and not exists (select 1 from roll_line n join roll r on r.id = n.roll_id where n.retry_of = l.id and r.state <> 'void')
        and not exists (
          select 1 from roll_line_item old join roll_line_item live on live.grant_id = old.grant_id and live.for_month = old.for_month and live.item = old.item
             and live.person_id is not distinct from old.person_id and live.cause = old.cause and live.occurrence = old.occurrence and live.known_to is null where old.line_id = l.id)
      order by l.line_no`, [roll, today]);
}
