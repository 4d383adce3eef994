import type { Register } from '../../contract/register.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { standingStates } from '../rules/judge-record.ts';

export interface RowLife { readonly state: string; readonly from: PlainDate; readonly later?: { readonly state: string; readonly on: PlainDate } }
export type LifeRead = { readonly life: RowLife } | { readonly wrong: 'openedOn' | 'since'; readonly sentence: string };

/**
 * A record's life as one line of a ledger tells it: the day it began, the state it is in, since when. What has ended stood before, from its beginning to its end, so that
 * additions and exits are counted in their years. Pure.
 */
export function lifeOfRow(register: Pick<Register, 'states'>, row: { readonly state: string; readonly since: PlainDate | undefined; readonly openedOn: PlainDate | undefined; /** The heading its beginning is read from. */ readonly called?: string | undefined }, today: PlainDate): LifeRead {
  const { state, since, openedOn } = row;
  const from = openedOn ?? since;
  if (from === undefined) return { wrong: 'openedOn', sentence: `没有写从哪一天起，请补上“${row.called ?? '开始日期'}”。` };
  if (from > today) return { wrong: openedOn === undefined ? 'since' : 'openedOn', sentence: `${from} 还没有到。台账记已经发生的。` };
  if (since !== undefined && since > today) return { wrong: 'since', sentence: `${since} 还没有到。台账记已经发生的。` };
  if (since !== undefined && since < from) return { wrong: 'since', sentence: `状态日期 ${since} 早于开始日期 ${from}。` };
  const declared = register.states[state];
  const [standing] = standingStates(register);
  if (declared?.before || standing === undefined || standing === state) return { life: { state, from } };
  if (declared?.ends && since === undefined) return { wrong: 'since', sentence: `已经“${declared.title}”的，要写从哪一天起（状态日期），才数得出是哪年退出的。` };
  return since === undefined || since === from ? { life: { state, from } } : { life: { state: standing, from, later: { state, on: since } } };
}
