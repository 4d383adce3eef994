import { Refusal } from '../../contract/refusal.ts';
import type { Tx } from '../../db/tx.ts';

export interface StoredEntry extends Record<string, unknown> { readonly id: number; readonly entry_id: number; readonly record_id: number; readonly division_id: number; readonly person_id: number | null; readonly on_day: string; readonly what: string }

/** An entry as it stands. Refuses `record.not-found`. */
export async function loadEntry(tx: Tx, table: string, entry: number): Promise<StoredEntry> {
  const row = await tx.find<StoredEntry>(`select * from ${table} where entry_id = $1 and known_to is null and what <> 'taken-back'`, [entry]);
  if (!row) throw new Refusal('record.not-found');
  return row;
}

export const closeEntry = (tx: Tx, table: string, row: StoredEntry): Promise<number> => tx.run(`update ${table} set known_to = current_command() where id = $1`, [row.id]);
