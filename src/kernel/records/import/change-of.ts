import { Refusal } from '../../contract/refusal.ts';
import type { Register, Values } from '../../contract/register.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import type { StoredRow } from '../read/from-row.ts';
import type { Around } from '../rules/read-around.ts';
import { refuseDay } from '../write/check-day.ts';
import { refuseBroken, refuseMissing } from '../write/open-records.ts';
import { lifeAfter, refuseWay } from '../write/step-state.ts';
import { splitAt, type Version } from '../write/write-versions.ts';
import type { RowChange } from './judge-rows.ts';

/**
 * A record changed by a row of a sheet: the versions that stand afterwards, or none where nothing differs. Refuses as the doors for one record do: an ended record,
 * a day before what stands, a way that is not declared, a broken rule. `next`: what stands with the row laid over it, checked.
 */
export function changeOf(register: Register, row: StoredRow, standing: Values, next: Values, change: Pick<RowChange, 'from' | 'state'>, more: { readonly around: Around; readonly today: PlainDate; readonly reason: string }): Version[] {
  const stepped = change.state !== undefined && change.state.id !== row.state ? change.state : undefined;
  if (stepped === undefined && canonicalJson(next) === canonicalJson(standing)) return [];
  const state = stepped?.id ?? row.state;
  const from = stepped?.on ?? change.from;
  if (stepped === undefined && register.states[row.state]?.ends) throw new Refusal('record.ended', { state: register.states[row.state]?.title });
  if (stepped !== undefined) refuseWay(register, row.state, stepped.id);
  refuseDay(row, from, more.today);
  if (stepped !== undefined) refuseMissing(register, state, next);
  if (register.states[state]?.person && row.person_id === null) throw new Refusal('record.person-needed');
  refuseBroken(register, { values: next, ...more.around, state, today: more.today, before: standing }, stepped?.id);
  return splitAt(row, standing, from, { values: next, what: stepped === undefined ? 'changed' : 'state', reason: more.reason, ...(stepped === undefined ? {} : { state, since: from, ...lifeAfter(register, state, from, row) }) });
}
