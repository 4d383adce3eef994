import { Refusal } from '../../contract/refusal.ts';
import type { Tx } from '../../db/tx.ts';
import type { PlainDate } from '../../values/plain-date.ts';

/** What is recorded of a person and can be corrected. */
export interface PersonRecord {
  name: string; sex: string; birth_date: string | null; death_date: string | null; hukou_kind: string | null; hukou_division_id: number | null; residence_division_id: number | null;
}
interface Version extends PersonRecord { id: number; valid_from: string; valid_to: string | null; reason: string }

export const personColumns = ['name', 'sex', 'birth_date', 'death_date', 'hukou_kind', 'hukou_division_id', 'residence_division_id'] as const;

/** Closes the version in force and writes what is known now: for its whole period, or from a day inside it on. */
export async function writePersonVersion(tx: Tx, person: number, facts: PersonRecord, from: PlainDate | null, reason: string, today: PlainDate): Promise<void> {
  const old = await tx.find<Version & Record<string, unknown>>(
    'select * from person_version where person_id = $1 and known_to is null and valid_from <= $2 and (valid_to is null or valid_to > $2)', [person, from ?? today]);
  if (!old) throw new Refusal('person.no-record-then');
  await tx.run('update person_version set known_to = current_command() where id = $1', [old.id]);
  const insert = (f: PersonRecord, start: string, end: string | null, why: string): Promise<number> => tx.run(
    `insert into person_version (person_id, valid_from, valid_to, reason, ${personColumns.join(', ')}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [person, start, end, why, ...personColumns.map((key) => f[key])]);
  if (from !== null && from > old.valid_from) await insert(old, old.valid_from, from, old.reason);
  await insert(facts, from !== null && from > old.valid_from ? from : old.valid_from, old.valid_to, reason);
}
