import { Refusal } from '../../contract/refusal.ts';
import type { SubRecord } from '../../contract/register.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { subTableOf } from '../../registry/check-register.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import type { RegisterHome } from '../register-home.ts';
import { judgeRecord, type Judged } from '../rules/judge-record.ts';
import { readAroundOne } from '../rules/read-around.ts';
import { entryColumns, type EntryOf } from './add-entries.ts';
import { closeEntry, loadEntry } from './load-entry.ts';
import { lockParent } from './lock-parent.ts';

/** Takes an entry back: it should not have been written. What is left of the record must hold: refuses a rule that only breaks without it. */
export async function takeBackEntry(tx: Tx, by: CommandContext, home: RegisterHome, sub: SubRecord, entry: number, reason: string): Promise<{ entry: number }> {
  const table = subTableOf(home.register, sub);
  const row = await loadEntry(tx, table, entry);
  const of = await lockParent(tx, by, home, row.record_id);
  const before = await judgeNow(tx, home, of, by.today);
  await closeEntry(tx, table, row);
  const kept = entryColumns(sub).filter((column) => column !== 'what' && column !== 'reason').map((column) => `"${column}"`).join(', ');
  await tx.run(`insert into ${table} (${kept}, what, reason) select ${kept}, 'taken-back', $2 from ${table} where id = $1`, [row.id, reason]);
  // what was broken before does not keep a wrong entry in
  const broken = (await judgeNow(tx, home, of, by.today)).find((one) => !before.some(({ id }) => id === one.id));
  if (broken) throw new Refusal('record.rule', { rule: broken.id, sentence: broken.sentence });
  return { entry: row.entry_id };
}

/** Rules the record breaks as it stands. */
async function judgeNow(tx: Tx, { register }: RegisterHome, of: EntryOf, today: PlainDate): Promise<Judged['refused']> {
  return judgeRecord(register, { values: of.values, ...await readAroundOne(tx, register, of), state: of.state, today }).refused;
}
