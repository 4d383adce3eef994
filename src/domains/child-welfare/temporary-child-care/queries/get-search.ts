import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import { getReadable } from '../../../../kernel/records/read/get-readable.ts';
import { readLinks } from '../../../../kernel/records/read/read-links.ts';
import { overdueDays, searchMeans } from '../register.ts';
import { STAY } from '../search.ts';

export interface SearchStep { readonly step: number; readonly means: string; readonly dueOn: string | null; readonly done: boolean; readonly doneOn: string | null; readonly found: boolean | null; /** Masked. */ readonly result: string | null; readonly late: boolean }

/** 寻找监护人 of one stay: how many days past the agreed one, and every step with its day. */
export default defineQuery({
  id: 'temporary-child-care.get-search', title: '寻找监护人', allow: { staff: true }, sensitive: true, input: z.strictObject({ stay: recordInput }),
  async run(tx, input, by) {
    const { register } = await getReadable(tx, by, STAY);
    const row = await tx.find<{ number: string; person: number; state: string; expected: string; guardian: string; phone: string | null }>(
      'select number, person_id as person, state, expected_until as expected, guardian, guardian_phone as phone from child_stay where record_id = $1 and known_to is null and valid_to is null', [input.stay]);
    if (!row) throw new Refusal('record.not-found');
    const steps = await tx.rows<{ step: number; means: string; due: string | null; done: boolean | null; done_on: string | null; found: boolean | null; result: string | null }>(
      `select entry_id as step, means, due_on as due, done, done_on, found, result from child_stay__search where record_id = $1 and known_to is null and what <> 'taken-back' order by coalesce(due_on, done_on, on_day), entry_id`, [input.stay]);
    const links = await readLinks(tx, [], [{ person_id: row.person }]);
    by.saw('person', [row.person], '寻找监护人');
    return {
      stay: { record: input.stay, number: row.number, child: links.person.get(row.person)?.title ?? '（不在辖区）', state: row.state, stateTitle: register.states[row.state]?.title ?? row.state, expectedUntil: row.expected, overdueDays: overdueDays({ values: { expectedUntil: row.expected }, today: by.today, state: row.state }) ?? null, guardian: row.guardian, guardianPhone: row.phone },
      steps: steps.map((one): SearchStep => ({ step: one.step, means: searchMeans.find((each) => each.value === one.means)?.title ?? one.means, dueOn: one.due, done: one.done === true, doneOn: one.done_on, found: one.found, result: one.result, late: one.done !== true && one.due !== null && one.due < by.today })),
    };
  },
});
