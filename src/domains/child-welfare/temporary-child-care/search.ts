import { Refusal } from '../../../kernel/contract/refusal.ts';
import type { CommandContext } from '../../../kernel/db/command.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { addEntries, getSub } from '../../../kernel/records/write/add-entries.ts';
import { getKept } from '../../../kernel/records/write/load-record.ts';
import { lockParent } from '../../../kernel/records/write/lock-parent.ts';
import { setState } from '../../../kernel/records/write/set-state.ts';
import { addDays, plainDate } from '../../../kernel/values/plain-date.ts';
import { SEARCH_STEPS } from './register.ts';

export const STAY = 'child-stay';
export const KEEPERS = ['child-welfare-clerk', 'town-clerk', 'village-clerk'];

/** Every child whose agreed day is over goes to 逾期，查找监护人, from today. Again on the same day it finds nobody. One that its rules hold back keeps nobody else back: its record warns. */
export async function alarmOverdue(tx: Tx, by: CommandContext): Promise<number> {
  const late = await tx.rows<{ id: number; record: number; until: string }>(
    `select t.id, t.record_id as record, t.expected_until as until from child_stay t join register_record r on r.id = t.record_id and not r.taken_back
      where t.known_to is null and t.valid_to is null and t.state = 'staying' and t.expected_until < $1 and t.valid_from <= $1 order by t.record_id`, [by.today]);
  let alarmed = 0;
  for (const stay of late) {
    await tx.run('savepoint one_stay');
    try {
      await setState(tx, by, { register: STAY, record: stay.record, seen: stay.id, state: 'searching', on: by.today, values: {}, reason: `说好 ${stay.until} 接回，没有人来接` });
      alarmed += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await tx.run('rollback to savepoint one_stay');
    }
  }
  return alarmed;
}

/** Opens the search of one stay with its steps, each with the day by which it is done. A stay that has steps of this search keeps them. */
export async function openSearch(tx: Tx, by: CommandContext, stay: number): Promise<number> {
  const home = await getKept(tx, by, STAY);
  const of = await lockParent(tx, by, home, stay);
  if (of.state !== 'searching') return 0;
  const { since } = await tx.one<{ since: string }>('select state_since as since from child_stay where record_id = $1 and known_to is null and valid_to is null', [stay]);
  if (await tx.find(`select 1 from child_stay__search where record_id = $1 and known_to is null and what <> 'taken-back' and on_day >= $2`, [stay, since])) return 0;
  const entries = SEARCH_STEPS.map(({ means, within }) => ({ day: since, personId: null, values: { means, dueOn: addDays(plainDate(since), within), done: false }, reason: '逾期未接，开始寻找监护人' }));
  return (await addEntries(tx, by, home, getSub(home, 'search'), of, entries)).length;
}

/** The stay whose guardian is looked for, locked. Refuses `child-stay.not-searching`. */
export async function lockSearch(tx: Tx, by: CommandContext, stay: number) {
  const home = await getKept(tx, by, STAY);
  const of = await lockParent(tx, by, home, stay);
  if (of.state !== 'searching') throw new Refusal('child-stay.not-searching', { state: home.register.states[of.state]?.title ?? of.state });
  return { home, of, sub: getSub(home, 'search') };
}
