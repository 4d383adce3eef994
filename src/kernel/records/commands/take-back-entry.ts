import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Tx } from '../../db/tx.ts';
import { subTableOf } from '../../registry/check-register.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { recordInput, registerInput, whyInput } from '../door-input.ts';
import type { RegisterHome } from '../register-home.ts';
import { judgeRecord, type Judged } from '../rules/judge-record.ts';
import { readAroundOne } from '../rules/read-around.ts';
import { entryColumns, getSub, refuseOwnPage, type EntryOf } from '../write/add-entries.ts';
import { closeEntry, loadEntry } from '../write/load-entry.ts';
import { getKept } from '../write/load-record.ts';
import { lockParent } from '../write/lock-parent.ts';

/** Rules the record breaks as it stands. */
async function judgeNow(tx: Tx, { register }: RegisterHome, of: EntryOf, today: PlainDate): Promise<Judged['refused']> {
  return judgeRecord(register, { values: of.values, ...await readAroundOne(tx, register, of), state: of.state, today }).refused;
}

/** 撤回一条: the entry should not have been written. */
export default defineCommand({
  id: 'records.take-back-entry', title: '撤回一条', allow: { staff: true },
  input: z.strictObject({ register: registerInput, entry: recordInput, sub: z.string().max(40), reason: whyInput }),
  async run(tx, input, by) {
    const home = await getKept(tx, by, input.register);
    const sub = getSub(home, input.sub);
    refuseOwnPage(sub);
    const table = subTableOf(home.register, sub);
    const row = await loadEntry(tx, table, input.entry);
    const of = await lockParent(tx, by, home, row.record_id);
    const before = await judgeNow(tx, home, of, by.today);
    await closeEntry(tx, table, row);
    const kept = entryColumns(sub).filter((column) => column !== 'what' && column !== 'reason').map((column) => `"${column}"`).join(', ');
    await tx.run(`insert into ${table} (${kept}, what, reason) select ${kept}, 'taken-back', $2 from ${table} where id = $1`, [row.id, input.reason]);
    // what was broken before does not keep a wrong entry in; what only breaks without it does
    const broken = (await judgeNow(tx, home, of, by.today)).find((one) => !before.some(({ id }) => id === one.id));
    if (broken) throw new Refusal('record.rule', { rule: broken.id, sentence: broken.sentence });
    return { entry: row.entry_id };
  },
});
