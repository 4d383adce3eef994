import { z } from 'zod';
import { dayInput } from '../../../../kernel/contract/door-fields.ts';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import { openRow } from '../../../../kernel/records/read/from-row.ts';
import { addEntries } from '../../../../kernel/records/write/add-entries.ts';
import { closeEntry, loadEntry } from '../../../../kernel/records/write/load-entry.ts';
import { mergeValues } from '../../../../kernel/records/write/merge-values.ts';
import { KEEPERS, lockSearch } from '../search.ts';

/** 记一步结果: what came of a step of the search, or of one more that was taken. */
export default defineCommand({
  id: 'temporary-child-care.record-step', title: '记寻找监护人的结果', allow: { roles: KEEPERS },
  input: z.strictObject({ stay: recordInput, step: recordInput.optional(), means: z.string().max(40).optional(), on: dayInput, found: z.boolean(), result: z.string().trim().min(2, { error: '请写结果：找了谁、怎么说。' }).max(200) }),
  async run(tx, input, by) {
    const { home, of, sub } = await lockSearch(tx, by, input.stay);
    if (input.on > by.today) throw new Refusal('record.day-ahead');
    const told = { done: true, doneOn: input.on, found: input.found, result: input.result };
    if (input.step === undefined) {
      if (input.means === undefined) throw new Refusal('child-stay.say-means');
      const values = await mergeValues(tx, by, sub.fields, {}, { means: input.means, ...told });
      await addEntries(tx, by, home, sub, of, [{ day: input.on, personId: null, values, reason: '' }]);
      return { found: input.found };
    }
    const row = await loadEntry(tx, 'child_stay__search', input.step);
    if (row.record_id !== input.stay) throw new Refusal('record.not-found');
    const standing = openRow(sub.fields, row, new Map(), by.city.keys);
    if (standing['done'] === true) throw new Refusal('child-stay.step-done');
    const values = await mergeValues(tx, by, sub.fields, standing, told);
    await closeEntry(tx, 'child_stay__search', row);
    await addEntries(tx, by, home, sub, of, [{ day: row.on_day, personId: null, values, reason: '' }], row.entry_id);
    return { found: input.found };
  },
});
