import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { subTableOf, tableOf } from '../../registry/check-register.ts';
import { openRow, type StoredRow } from '../read/from-row.ts';
import { readCodes } from '../read/read-codes.ts';
import type { RegisterHome } from '../register-home.ts';
import { entryColumns, getSub } from '../write/add-entries.ts';
import { replaceVersions, versionOf } from '../write/write-versions.ts';
import { keepPiece, type ImportRun } from './import-run.ts';
import type { RowResult } from './write-piece.ts';

const REASON = '撤销导入';

/** Takes one piece of an import back: what it opened is withdrawn, what it changed stands as before. What somebody has worked on since stays, and is named. */
export async function undoPiece(tx: Tx, by: CommandContext, home: RegisterHome, run: ImportRun, nth: number): Promise<void> {
  if (await tx.find('select 1 from record_import_piece where import_id = $1 and nth = $2 and undoes', [run.id, nth])) return;
  const piece = await tx.one<{ results: RowResult[]; command_id: number }>('select results, command_id from record_import_piece where import_id = $1 and nth = $2 and not undoes', [run.id, nth]);
  const results: RowResult[] = [];
  for (const row of piece.results) {
    if (row.id === undefined || (row.what !== 'opened' && row.what !== 'changed')) continue;
    const why = run.into === null ? await undoRecord(tx, by, home, row.id, row.what, piece.command_id) : await undoEntry(tx, home, run.into, row.id, piece.command_id);
    results.push(why === undefined ? { row: row.row, what: row.what, id: row.id } : { row: row.row, what: 'refused', id: row.id, why });
  }
  await keepPiece(tx, run, nth, true, results);
}

async function undoRecord(tx: Tx, by: CommandContext, home: RegisterHome, record: number, what: 'opened' | 'changed', command: number): Promise<string | undefined> {
  const { register } = home;
  const table = tableOf(register);
  const locked = await tx.find('select 1 from register_record where id = $1 and not taken_back for update', [record]);
  if (!locked) return '已经不在您的辖区，或已经撤回，没有撤销。';
  const rows = await tx.rows<StoredRow>(`select * from ${table} where record_id = $1 and known_to is null order by valid_from`, [record]);
  const now = rows.find((row) => row.valid_to === null);
  if (now === undefined || now.command_id !== command) return '导入以后又改过，没有撤销。要撤回请打开那一条办。';
  for (const sub of register.subRecords ?? []) if (await tx.find(`select 1 from ${subTableOf(register, sub)} where record_id = $1 and known_to is null and what <> 'taken-back' and ${what === 'opened' ? 'true' : 'command_id > $2'} limit 1`, what === 'opened' ? [record] : [record, command])) return `导入以后记过“${sub.title}”，没有撤销。`;
  const before = await tx.rows<StoredRow>(`select * from ${table} where record_id = $1 and known_to = $2 order by valid_from`, [record, command]);
  const codes = await readCodes(tx, register.fields, [...rows, ...before]);
  if (what === 'opened') {
    await replaceVersions(tx, by, register, rows, [{ ...versionOf(now, openRow(register.fields, now, codes, by.city.keys)), to: now.valid_from, what: 'taken-back', reason: REASON }]);
    await tx.run('update register_record set taken_back = true, standing = false where id = $1', [record]);
    return undefined;
  }
  const written = rows.filter((row) => row.command_id === command);
  await replaceVersions(tx, by, register, written, before.map((row) => ({ ...versionOf(row, openRow(register.fields, row, codes, by.city.keys)), what: 'corrected', reason: REASON })));
  return undefined;
}

async function undoEntry(tx: Tx, home: RegisterHome, into: string, entry: number, command: number): Promise<string | undefined> {
  const sub = getSub(home, into);
  const table = subTableOf(home.register, sub);
  const closed = await tx.find<{ id: number }>(`update ${table} set known_to = current_command() where entry_id = $1 and known_to is null and command_id = $2 and what <> 'taken-back' returning id`, [entry, command]);
  if (!closed) return '导入以后又改过，没有撤销。要撤回请打开那一条办。';
  const kept = entryColumns(sub).filter((column) => column !== 'what' && column !== 'reason').map((column) => `"${column}"`).join(', ');
  await tx.run(`insert into ${table} (${kept}, what, reason) select ${kept}, 'taken-back', $2 from ${table} where id = $1`, [closed.id, REASON]);
  return undefined;
}
