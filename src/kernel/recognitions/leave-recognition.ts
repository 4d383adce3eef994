import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** Some of a recognised family no longer hold its status from a day on: what was recorded of them is closed and the days they did hold it are recorded again. The status of the others goes on untouched. */
export async function leaveRecognition(tx: Tx, leave: { readonly id: number; readonly persons: readonly number[]; readonly on: PlainDate }): Promise<void> {
  const left = await tx.rows<{ personId: number; validFrom: PlainDate }>(
    `update recognition_person set known_to = current_command() where recognition_id = $1 and person_id = any ($2) and known_to is null and valid_to > $3 returning person_id as "personId", valid_from as "validFrom"`,
    [leave.id, leave.persons, leave.on]);
  const held = left.filter((one) => one.validFrom < leave.on).map((one) => one.personId);
  await tx.run(
    `insert into recognition_person (recognition_id, kind, person_id, household_id, division_id, valid_from, valid_to)
     select r.id, r.kind, p, r.household_id, r.division_id, r.valid_from, $2 from recognition r, unnest($3::bigint[]) p where r.id = $1`, [leave.id, leave.on, held]);
  await tx.run('update recognition set version = version + 1 where id = $1', [leave.id]);
}
