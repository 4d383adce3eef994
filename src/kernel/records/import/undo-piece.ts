import { Refusal } from '../../contract/refusal.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { subTableOf, tableOf } from '../../registry/check-register.ts';
import { openRow, type StoredRow } from '../read/from-row.ts';
import { readCodes } from '../read/read-codes.ts';
import type { RegisterHome } from '../register-home.ts';
import { getSub } from '../write/add-entries.ts';
import { columnsOf } from '../write/open-records.ts';
import { takeBackEntry } from '../write/take-back-entry.ts';
import { replaceVersions, versionOf } from '../write/write-versions.ts';
import { keepPiece, type ImportRun } from './import-run.ts';
import type { RowResult } from './write-piece.ts';

const REASON = '撤销导入';

/** Takes one piece of an import back: what it opened is withdrawn, what it changed stands as before. What somebody has worked on since stays, and is named. */
export async function undoPiece(tx: Tx, by: CommandContext, home: RegisterHome, run: ImportRun, nth: number): Promise<void> {
  if (await tx.find('select 1 from record_import_piece where import_id = $1 and nth = $2 and undoes', [run.id, nth])) return;
  const piece = await tx.one<{ results: RowResult[]; command_id: number }>('select results, command_id from record_import_piece where import_id = $1 and nth = $2 and not undoes', [run.id, nth]);
  const rows = piece.results.filter((row): row is RowResult & { readonly id: number } => row.id !== undefined && (row.what === 'opened' || row.what === 'changed'));
  const opened = run.into === null ? await withdrawAll(tx, home, rows.filter((row) => row.what === 'opened').map((row) => row.id), piece.command_id) : new Map<number, string>();
  const results: RowResult[] = [];
  for (const row of rows) {
    const why = run.into !== null ? await undoEntry(tx, by, home, run.into, row.id, piece.command_id) : row.what === 'opened' ? opened.get(row.id) : await undoChange(tx, by, home, row.id, piece.command_id);
    results.push(why === undefined ? { row: row.row, what: row.what, id: row.id } : { row: row.row, what: 'refused', id: row.id, why });
  }
  await keepPiece(tx, run, nth, true, results);
}

const TOUCHED = '导入以后又改过，没有撤销。要撤回请打开那一条办。';
const GONE = '已经不在您的辖区，或已经撤回，没有撤销。';

/** Withdraws records that stand as the import wrote them; says of the others why they stay. */
async function withdrawAll(tx: Tx, home: RegisterHome, records: readonly number[], command: number): Promise<ReadonlyMap<number, string>> {
  const { register } = home;
  const table = tableOf(register);
  const why = new Map<number, string>(records.map((record) => [record, GONE]));
  for (const { id } of await tx.rows<{ id: number }>('select id from register_record where id = any ($1::bigint[]) and not taken_back for update', [records])) why.set(id, TOUCHED);
  const untouched = await tx.rows<{ record_id: number }>(`select record_id from ${table} where record_id = any ($1::bigint[]) and known_to is null group by record_id having bool_and(command_id = $2)`, [[...why].filter(([, said]) => said === TOUCHED).map(([id]) => id), command]);
  for (const { record_id } of untouched) why.delete(record_id);
  for (const sub of register.subRecords ?? []) {
    const busy = await tx.rows<{ record_id: number }>(`select distinct record_id from ${subTableOf(register, sub)} where record_id = any ($1::bigint[]) and known_to is null and what <> 'taken-back'`, [records]);
    for (const { record_id } of busy) if (!why.has(record_id)) why.set(record_id, `导入以后记过“${sub.title}”，没有撤销。`);
  }
  await keepPointedAt(tx, records, why);
  const free = records.filter((record) => !why.has(record));
  const kept = columnsOf(register).filter((column) => !['valid_to', 'what', 'reason'].includes(column)).map((column) => `"${column}"`).join(', ');
  const closed = (await tx.rows<{ id: number }>(`update ${table} set known_to = current_command() where record_id = any ($1::bigint[]) and known_to is null returning id`, [free])).map((row) => row.id);
  // the last word holds for no day: valid from its beginning to its beginning
  await tx.run(`insert into ${table} (${kept}, valid_to, what, reason) select ${kept}, valid_from, 'taken-back', $2 from ${table} where id = any ($1::bigint[]) and valid_to is null`, [closed, REASON]);
  await tx.run('update register_record set taken_back = true, standing = false where id = any ($1::bigint[])', [free]);
  return why;
}

/**
 * A record that another one has been linked to since stays: the link would hang in the air. A link from a record that goes too does not count; where that one
 * stays, what it points to stays with it.
 */
async function keepPointedAt(tx: Tx, records: readonly number[], why: Map<number, string>): Promise<void> {
  const links = await tx.rows<{ pointed: number; pointing: number; title: string }>('select pointed, pointing, title from records_pointing_at($1::bigint[]) order by pointed, pointing', [records]);
  const numbers = new Map((await tx.rows<{ id: number; number: string }>('select id, number from record_titles($1::bigint[])', [links.map((link) => link.pointing)])).map((row) => [row.id, row.number]));
  const goes = new Set(records.filter((record) => !why.has(record)));
  for (let before = -1; before !== goes.size;) {
    before = goes.size;
    for (const link of links) {
      if (!goes.has(link.pointed) || goes.has(link.pointing)) continue;
      goes.delete(link.pointed);
      why.set(link.pointed, `“${link.title}”里的 ${numbers.get(link.pointing) ?? '一条'} 连着它，没有撤销。先在那边改掉，再撤回这一条。`);
    }
  }
}

/** What a row changed stands again as it stood before. */
async function undoChange(tx: Tx, by: CommandContext, home: RegisterHome, record: number, command: number): Promise<string | undefined> {
  const { register } = home;
  const table = tableOf(register);
  if (!await tx.find('select 1 from register_record where id = $1 and not taken_back for update', [record])) return GONE;
  const rows = await tx.rows<StoredRow>(`select * from ${table} where record_id = $1 and known_to is null order by valid_from`, [record]);
  if (rows.find((row) => row.valid_to === null)?.command_id !== command) return TOUCHED;
  const before = await tx.rows<StoredRow>(`select * from ${table} where record_id = $1 and known_to = $2 order by valid_from`, [record, command]);
  const codes = await readCodes(tx, register.fields, before);
  await replaceVersions(tx, by, register, rows.filter((row) => row.command_id === command), before.map((row) => ({ ...versionOf(row, openRow(register.fields, row, codes, by.city.keys)), what: 'corrected', reason: REASON })));
  return undefined;
}

/** An entry is taken back as a keeper would: what is left must hold, else it stays and the rule is told. */
async function undoEntry(tx: Tx, by: CommandContext, home: RegisterHome, into: string, entry: number, command: number): Promise<string | undefined> {
  const sub = getSub(home, into);
  if (!await tx.find(`select 1 from ${subTableOf(home.register, sub)} where entry_id = $1 and known_to is null and command_id = $2 and what <> 'taken-back'`, [entry, command])) return TOUCHED;
  await tx.run('savepoint one_entry');
  try {
    await takeBackEntry(tx, by, home, sub, entry, REASON);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await tx.run('rollback to savepoint one_entry');
    const sentence = error.refused.details?.['sentence'];
    return error.refused.code === 'record.rule' && typeof sentence === 'string' ? `没有撤销：${sentence}` : GONE;
  }
}
