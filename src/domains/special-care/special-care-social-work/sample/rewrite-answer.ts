import { Refusal } from '../../../../kernel/contract/refusal.ts';
import type { SubRecord, Values } from '../../../../kernel/contract/register.ts';
import type { CommandContext } from '../../../../kernel/db/command.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { openRow } from '../../../../kernel/records/read/from-row.ts';
import type { RegisterHome } from '../../../../kernel/records/register-home.ts';
import { subTableOf } from '../../../../kernel/registry/check-register.ts';
import { addEntries, getSub, type EntryOf } from '../../../../kernel/records/write/add-entries.ts';
import { closeEntry, loadEntry, type StoredEntry } from '../../../../kernel/records/write/load-entry.ts';
import { getKept } from '../../../../kernel/records/write/load-record.ts';
import { lockParent } from '../../../../kernel/records/write/lock-parent.ts';
import { mergeValues } from '../../../../kernel/records/write/merge-values.ts';
import { specialCareSurvey } from '../survey.register.ts';

/** One person of a sample, with the survey he was drawn for, locked. */
export interface Answer { readonly home: RegisterHome; readonly sub: SubRecord; readonly of: EntryOf; readonly row: StoredEntry; readonly values: Values }

/** Refuses `record.not-found`, and a survey that is not under way. */
export async function loadAnswer(tx: Tx, by: CommandContext, entry: number): Promise<Answer> {
  const home = await getKept(tx, by, specialCareSurvey.id);
  const sub = getSub(home, 'answers');
  const row = await loadEntry(tx, subTableOf(home.register, sub), entry);
  const of = await lockParent(tx, by, home, row.record_id);
  if (of.state !== 'asking') throw new Refusal('special-care-survey.not-asking', { state: home.register.states[of.state]?.title });
  return { home, sub, of, row, values: openRow(sub.fields, row, new Map(), by.city.keys) };
}

/** What is known of him now takes the place of what was; that stays readable. The survey's rules are asked. */
export async function rewriteAnswer(tx: Tx, by: CommandContext, answer: Answer, day: string, more: Values, reason: string): Promise<void> {
  const { home, sub, of, row } = answer;
  const values = await mergeValues(tx, by, sub.fields, answer.values, more);
  await closeEntry(tx, subTableOf(home.register, sub), row);
  await addEntries(tx, by, home, sub, of, [{ day, personId: row.person_id, values, reason }], row.entry_id);
}
