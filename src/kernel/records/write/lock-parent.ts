import { Refusal } from '../../contract/refusal.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { tableOf } from '../../registry/check-register.ts';
import { openRow, type StoredRow } from '../read/from-row.ts';
import { readCodes } from '../read/read-codes.ts';
import { CURRENT } from '../table/write-table.ts';
import type { RegisterHome } from '../register-home.ts';
import type { EntryOf } from './add-entries.ts';

/** The record entries are written under, locked so that totals are exact. Refuses `record.not-found`. */
export async function lockParent(tx: Tx, by: CommandContext, home: RegisterHome, record: number): Promise<EntryOf> {
  const { register } = home;
  const locked = await tx.find('select 1 from register_record where id = $1 and register = $2 and not taken_back for update', [record, register.id]);
  const row = locked && await tx.find<StoredRow>(`select * from ${tableOf(register)} where record_id = $1 and ${CURRENT}`, [record]);
  if (!row) throw new Refusal('record.not-found');
  return { record, divisionId: row.division_id, personId: row.person_id, state: row.state, values: openRow(register.fields, row, await readCodes(tx, register.fields, [row]), by.city.keys) };
}
