import { defineReaction } from '../../../kernel/contract/reaction.ts';
import { getRegister } from '../../../kernel/records/load-registers.ts';
import { addEntries, getSub } from '../../../kernel/records/write/add-entries.ts';
import { lockParent } from '../../../kernel/records/write/lock-parent.ts';
import { setState } from '../../../kernel/records/write/set-state.ts';
import { guideSign } from './register.ts';

interface Renamed extends Record<string, unknown> { readonly newName: string; readonly paper: string }

/** A name of the protected list was changed: every sign that is linked to it and stands waits for a new board from today on, and the work is opened. Run again it finds none. */
export const replaceRenamed = defineReaction({
  id: 'guide-sign.replace-renamed', title: '老地名已更名，更换导向标识', on: 'record.protected-renamed',
  async handle(tx, event, by) {
    const name = await tx.find<Renamed>(`select new_name as "newName", rename_paper as paper from protected_place_name where record_id = $1 and state = 'renamed' and known_to is null and valid_to is null`, [event.payload['record']]);
    if (name === undefined) return;
    const home = await getRegister(tx, guideSign.id);
    const signs = await tx.rows<{ record: number; seen: number }>(
      `select t.record_id as record, t.id as seen from guide_sign t where t.protected_name = $1 and t.state in ('right', 'wrong', 'broken') and t.known_to is null and t.valid_to is null and t.what <> 'taken-back' order by t.record_id`, [event.payload['record']]);
    for (const { record, seen } of signs) {
      await setState(tx, by, { register: guideSign.id, record, seen, state: 'renamed', on: by.today, values: { newName: name.newName, newNamePaper: name.paper }, reason: '保护名录里的地名已更名' });
      await addEntries(tx, by, home, getSub(home, 'works'), await lockParent(tx, by, home, record), [{ day: by.today, personId: null, values: { kind: 'replace', because: 'renamed', done: false }, reason: '地名已更名' }]);
    }
  },
});
