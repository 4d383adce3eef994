import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { subTableOf } from '../../registry/check-register.ts';
import { recordInput, registerInput, whyInput } from '../door-input.ts';
import { entryColumns, getSub } from '../write/add-entries.ts';
import { readAroundOne } from '../rules/read-around.ts';
import { closeEntry, loadEntry } from '../write/load-entry.ts';
import { getKept } from '../write/load-record.ts';
import { lockParent } from '../write/lock-parent.ts';
import { refuseBroken } from '../write/open-records.ts';

/** 撤回一条: the entry should not have been written. The record's rules are asked without it: a receipt others were paid from stays. */
export default defineCommand({
  id: 'records.take-back-entry', title: '撤回一条', allow: { staff: true },
  input: z.strictObject({ register: registerInput, entry: recordInput, sub: z.string().max(40), reason: whyInput }),
  async run(tx, input, by) {
    const home = await getKept(tx, by, input.register);
    const sub = getSub(home, input.sub);
    const table = subTableOf(home.register, sub);
    const row = await loadEntry(tx, table, input.entry);
    const of = await lockParent(tx, by, home, row.record_id);
    await closeEntry(tx, table, row);
    const kept = entryColumns(sub).filter((column) => column !== 'what' && column !== 'reason').map((column) => `"${column}"`).join(', ');
    await tx.run(`insert into ${table} (${kept}, what, reason) select ${kept}, 'taken-back', $2 from ${table} where id = $1`, [row.id, input.reason]);
    refuseBroken(home.register, { values: of.values, ...await readAroundOne(tx, home.register, of), state: of.state, today: by.today });
    return { entry: row.entry_id };
  },
});
