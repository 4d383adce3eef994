import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { subTableOf } from '../../registry/check-register.ts';
import { recordInput, recordValues, registerInput, whyInput } from '../door-input.ts';
import { openRow } from '../read/from-row.ts';
import { readCodes } from '../read/read-codes.ts';
import { addEntries, getSub, refuseOwnPage } from '../write/add-entries.ts';
import { closeEntry, loadEntry } from '../write/load-entry.ts';
import { getKept } from '../write/load-record.ts';
import { lockParent } from '../write/lock-parent.ts';
import { mergeValues } from '../write/merge-values.ts';

/** 更正一条: what was written of a visit or a payment was wrong. `values`: only the fields that differ; null empties one. The old words stay readable. */
export default defineCommand({
  id: 'records.correct-entry', title: '更正一条', allow: { staff: true },
  input: z.strictObject({ register: registerInput, entry: recordInput, sub: z.string().max(40), day: dayInput, values: recordValues, reason: whyInput }),
  async run(tx, input, by) {
    const home = await getKept(tx, by, input.register);
    const sub = getSub(home, input.sub);
    refuseOwnPage(sub);
    const table = subTableOf(home.register, sub);
    const row = await loadEntry(tx, table, input.entry);
    const of = await lockParent(tx, by, home, row.record_id);
    const standing = openRow(sub.fields, row, await readCodes(tx, sub.fields, [row]), by.city.keys);
    const values = await mergeValues(tx, by, sub.fields, standing, input.values);
    await closeEntry(tx, table, row);
    const [entry] = await addEntries(tx, by, home, sub, of, [{ day: input.day, personId: row.person_id, values, reason: input.reason }], row.entry_id);
    return { entry };
  },
});
