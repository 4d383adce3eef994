import type { Values } from '../../contract/register.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { readAroundOne } from '../rules/read-around.ts';
import { announceState } from './announce-state.ts';
import { refuseDay } from './check-day.ts';
import { loadRecord } from './load-record.ts';
import { mergeValues } from './merge-values.ts';
import { refuseBroken, refuseMissing } from './open-records.ts';
import { lifeAfter, refuseWay } from './step-state.ts';
import { replaceVersions, splitAt } from './write-versions.ts';

export interface StateStep { readonly register: string; readonly record: number; readonly seen: number; readonly state: string; readonly on: PlainDate; readonly values: Values; readonly reason: string }

/** Moves one record into another state on a day. Refuses a way that is not declared, what the state asks for and is not written, a broken rule. */
export async function setState(tx: Tx, by: CommandContext, step: StateStep): Promise<{ record: number }> {
  const { home: { register }, row, values } = await loadRecord(tx, by, step.register, step.record, step.seen);
  refuseWay(register, row.state, step.state);
  refuseDay(row, step.on, by.today);
  const next = await mergeValues(tx, by, register.fields, values, step.values);
  refuseMissing(register, step.state, next);
  refuseBroken(register, { values: next, ...await readAroundOne(tx, register, { record: row.record_id, divisionId: row.division_id, personId: row.person_id, values: next }), state: step.state, today: by.today }, step.state);
  await replaceVersions(tx, by, register, [row], splitAt(row, values, step.on, { values: next, what: 'state', reason: step.reason, state: step.state, since: step.on, ...lifeAfter(register, step.state, step.on, row) }));
  await announceState(tx, register, row.record_id, step.state);
  return { record: row.record_id };
}
