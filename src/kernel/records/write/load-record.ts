import { roleTitle } from '../../access/roles.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Values } from '../../contract/register.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { tableOf } from '../../registry/check-register.ts';
import { CURRENT } from '../table/write-table.ts';
import { readCodes } from '../read/read-codes.ts';
import { openRow, type StoredRow } from '../read/from-row.ts';
import { getRegister } from '../load-registers.ts';
import type { RegisterHome } from '../register-home.ts';

/** A record as it stands, locked for a change, with everything it holds. */
export interface LoadedRecord { readonly home: RegisterHome; readonly row: StoredRow; readonly values: Values; readonly codes: ReadonlyMap<number, string> }

/** The register, if the caller keeps it. Refuses `record.not-keeper`, `record.no-register`. */
export async function getKept(tx: Tx, by: Pick<CommandContext, 'caller'>, id: string): Promise<RegisterHome> {
  const home = await getRegister(tx, id);
  const role = by.caller.post?.role ?? '';
  if (role === 'system' || home.keepers.includes(role)) return home;
  if (!home.readers.includes(role) && role !== 'auditor') throw new Refusal('record.no-register');
  throw new Refusal('record.not-keeper', { register: home.register.title, keepers: home.keepers.map(roleTitle).join('、') });
}

/**
 * The record as it stands now, locked. `seen`: version the writer had before him; refuses `record.changed-meanwhile` saying who changed what, when another stands.
 */
export async function loadRecord(tx: Tx, by: CommandContext, register: string, record: number, seen: number): Promise<LoadedRecord> {
  const home = await getKept(tx, by, register);
  const locked = await tx.find('select 1 from register_record where id = $1 and register = $2 and not taken_back for update', [record, register]);
  const row = locked && await tx.find<StoredRow>(`select * from ${tableOf(home.register)} where record_id = $1 and ${CURRENT}`, [record]);
  if (!row) throw new Refusal('record.not-found');
  if (row.id !== seen) throw await changedMeanwhile(tx, by, home, row, seen);
  const codes = await readCodes(tx, home.register.fields, [row]);
  return { home, row, codes, values: openRow(home.register.fields, row, codes, by.city.keys) };
}

async function changedMeanwhile(tx: Tx, by: CommandContext, home: RegisterHome, now: StoredRow, seen: number): Promise<Refusal> {
  const { register } = home;
  const old = await tx.find<StoredRow>(`select * from ${tableOf(register)} where id = $1 and record_id = $2`, [seen, now.record_id]);
  const author = await tx.find<{ business_day: string; author: string }>('select business_day, author from command_authors(array[$1::bigint])', [now.command_id]);
  const codes = await readCodes(tx, register.fields, old ? [old, now] : [now]);
  const [before, after] = [old ? openRow(register.fields, old, codes, by.city.keys) : {}, openRow(register.fields, now, codes, by.city.keys)];
  const titles = register.fields.filter((field) => JSON.stringify(before[field.key]) !== JSON.stringify(after[field.key])).map((field) => field.title);
  const state = old?.state === now.state ? [] : ['状态'];
  return new Refusal('record.changed-meanwhile', { by: author?.author ?? '别人', on: author?.business_day ?? '', what: [...state, ...titles].join('、') || '内容', now: now.id });
}
