import type { Register, Values } from '../../contract/register.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { tableOf } from '../../registry/check-register.ts';
import { columnsOf, indexRow, readNames } from './open-records.ts';
import { insertRows, readDivisions, toRow } from './to-row.ts';
import type { StoredRow } from '../read/from-row.ts';

/** A version to be written: its days, its state, what it holds. */
export interface Version {
  readonly from: string;
  readonly to: string | null;
  readonly state: string;
  readonly since: string;
  readonly openedOn: string | null;
  readonly endedOn: string | null;
  readonly divisionId: number;
  readonly personId: number | null;
  readonly values: Values;
  readonly what: string;
  readonly reason: string;
}

export const versionOf = (row: StoredRow, values: Values): Version => ({
  from: row.valid_from, to: row.valid_to, state: row.state, since: row.state_since, openedOn: row.opened_on, endedOn: row.ended_on, divisionId: row.division_id, personId: row.person_id, values, what: row.what, reason: row.reason,
});

/** Closes versions that are known better now and writes what stands in their place; nothing is overwritten. The last of `fresh` is the record's present. */
export async function replaceVersions(tx: Tx, by: CommandContext, register: Register, old: readonly StoredRow[], fresh: readonly Version[]): Promise<void> {
  const [first] = old;
  if (first === undefined) return;
  await tx.run(`update ${tableOf(register)} set known_to = current_command() where id = any ($1::bigint[]) and known_to is null`, [old.map((row) => row.id)]);
  const divisions = await readDivisions(tx, register.fields, fresh.map((version) => version.values));
  await insertRows(tx, tableOf(register), columnsOf(register), fresh.map((version) => ({
    ...toRow(register.fields, version.values, { keys: by.city.keys, divisions }),
    record_id: first.record_id, number: first.number, division_id: version.divisionId, person_id: version.personId, state: version.state, state_since: version.since,
    opened_on: version.openedOn, ended_on: version.endedOn, valid_from: version.from, valid_to: version.to, what: version.what, reason: version.reason,
  })));
  const now = fresh.find((version) => version.to === null);
  if (now) await refreshIndex(tx, register, first, now);
}

/** The index of all records follows what stands now. */
async function refreshIndex(tx: Tx, register: Register, first: StoredRow, now: Version): Promise<void> {
  const [name] = await readNames(tx, register, [now]);
  const row = indexRow(register, { divisionId: now.divisionId, personId: now.personId, state: now.state, name: name ?? null });
  await tx.run('update register_record set division_id = $2, name = $3, pinyin = $4, initials = $5, state = $6, standing = $7, person_id = $8 where id = $1', [first.record_id, row['division_id'], row['name'], row['pinyin'], row['initials'], row['state'], row['standing'], row['person_id']]);
}

/** From a day inside the present version on something else holds: the days before stay as they were. */
export function splitAt(row: StoredRow, values: Values, from: string, next: Pick<Version, 'values' | 'what' | 'reason'> & Partial<Version>): Version[] {
  const old = versionOf(row, values);
  const fresh: Version = { ...old, ...next, from, to: row.valid_to };
  return from > row.valid_from ? [{ ...old, to: from }, fresh] : [fresh];
}
