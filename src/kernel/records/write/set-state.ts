import { Refusal } from '../../contract/refusal.ts';
import type { Register, Values } from '../../contract/register.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import type { StoredRow } from '../read/from-row.ts';
import { readAroundOne } from '../rules/read-around.ts';
import { announceState } from './announce-state.ts';
import { refuseDay } from './check-day.ts';
import { loadRecord } from './load-record.ts';
import { mergeValues } from './merge-values.ts';
import { refuseBroken, refuseMissing } from './open-records.ts';
import { readHolder, type NamedPerson } from './read-holder.ts';
import { lifeAfter, refuseWay } from './step-state.ts';
import { replaceVersions, splitAt } from './write-versions.ts';

export interface StateStep { readonly register: string; readonly record: number; readonly seen: number; readonly state: string; readonly on: PlainDate; readonly values: Values; readonly reason: string; /** Whose it is from now on, where nobody was named before. */ readonly person?: NamedPerson | undefined }

/** Moves one record into another state on a day. Refuses a way that is not declared, what the state asks for and is not written, a broken rule. */
export async function setState(tx: Tx, by: CommandContext, step: StateStep): Promise<{ record: number }> {
  const { home: { register }, row, values } = await loadRecord(tx, by, step.register, step.record, step.seen);
  refuseWay(register, row.state, step.state);
  refuseDay(row, step.on, by.today);
  const next = await mergeValues(tx, by, register.fields, values, step.values);
  refuseMissing(register, step.state, next);
  const personId = await personOf(tx, by, register, row, step);
  refuseBroken(register, { values: next, ...await readAroundOne(tx, register, { record: row.record_id, divisionId: row.division_id, personId, values: next }), state: step.state, today: by.today, before: values }, step.state);
  await replaceVersions(tx, by, register, [row], splitAt(row, values, step.on, { values: next, what: 'state', reason: step.reason, state: step.state, since: step.on, personId, ...lifeAfter(register, step.state, step.on, row) }));
  await announceState(tx, register, row.record_id, step.state);
  return { record: row.record_id };
}

/** Who it belongs to in the state it enters. Refuses `record.person-needed`, `record.person-known`. */
async function personOf(tx: Tx, by: CommandContext, register: Register, row: StoredRow, step: StateStep): Promise<number | null> {
  const asked = register.states[step.state]?.person === true && row.person_id === null;
  if (step.person !== undefined && !asked) throw new Refusal('record.person-known');
  if (!asked) return row.person_id;
  if (step.person === undefined) throw new Refusal('record.person-needed');
  const [personId = null] = await readHolder(tx, by, register, [step.person], row.division_id);
  return personId;
}
