import { endGrant } from '../benefits/stop-grant.ts';
import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { monthOf } from '../values/month.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';

export interface EndRecognition {
  readonly id: number;
  /** First day it no longer holds. */
  readonly on: PlainDate;
  readonly reason: string;
  /** Version that was seen; absent when the kernel ends it with something else. */
  readonly seen?: number;
}

interface Row { readonly id: number; readonly version: number; readonly validFrom: PlainDate; readonly validTo: PlainDate; readonly endedOn: PlainDate | null }

/**
 * 终止: from a day on the status no longer holds. What was recorded is closed, never changed; the days it did hold are recorded again. Money that
 * hangs on it ends with the month of its last day. Refuses outside the caller's area, a status that has ended, a day past.
 */
export async function endRecognition(tx: Tx, by: CommandContext, end: EndRecognition): Promise<void> {
  const row = await tx.find<Row & Record<string, unknown>>('select id, version, valid_from as "validFrom", valid_to as "validTo", ended_on as "endedOn" from recognition where id = $1 for update', [end.id]);
  if (!row) throw new Refusal('not-found');
  if (end.seen !== undefined && end.seen !== row.version) throw new Refusal('recognition.stale');
  if (row.endedOn !== null || row.validTo <= by.today) throw new Refusal('recognition.ended');
  if (end.on < by.today) throw new Refusal('recognition.in-past', { today: by.today });
  if (end.on < row.validFrom || end.on >= row.validTo) throw new Refusal('recognition.outside-period', { from: row.validFrom, to: addDays(row.validTo, -1) });
  const persons = await tx.rows<{ personId: number }>('update recognition_person set known_to = current_command() where recognition_id = $1 and known_to is null returning person_id as "personId"', [row.id]);
  if (end.on > row.validFrom) {
    await tx.run(
      `insert into recognition_person (recognition_id, kind, person_id, household_id, division_id, valid_from, valid_to)
       select r.id, r.kind, p, r.household_id, r.division_id, r.valid_from, $2 from recognition r, unnest($3::bigint[]) p where r.id = $1`, [row.id, end.on, persons.map((one) => one.personId)]);
  }
  await tx.run('update recognition set ended_on = $2, end_reason = $3, version = version + 1 where id = $1', [row.id, end.on, end.reason]);
  await endGrantsOf(tx, by, row.id, end);
}

async function endGrantsOf(tx: Tx, by: CommandContext, id: number, end: EndRecognition): Promise<void> {
  const lastMonth = monthOf(addDays(end.on, -1));
  const grants = await tx.rows<{ id: number; first: string }>(
    `select g.id, to_char(g.first_month, 'YYYY-MM') as first from recognition_grant l join benefit_grant g on g.id = l.grant_id where l.recognition_id = $1 and g.state <> 'ended'`, [id]);
  for (const grant of grants) await endGrant(tx, by, { grantId: grant.id, lastMonth, reason: end.reason });
}
